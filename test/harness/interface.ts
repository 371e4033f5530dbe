// `npm run test:ui [NAME…]`: the interface tests, each file in a process of its own. A file that fails runs once more,
// and the end names it: an editor in a browser loses a click at times, while a fault of the product stays.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import type { Counts, Ending } from './counts';
import { countTests } from './counts';
import { ROOT } from './root';

const FOLDER = path.join(ROOT, 'out', 'test', 'ui');
const MOCHA = path.join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js');
const CONFIG = path.join(ROOT, 'test', 'ui', '.mocharc.json');

async function main(names: readonly string[]): Promise<void> {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ui.js'))
    .filter((file) => names.length === 0 || names.some((name) => file.startsWith(name)))
    .sort();
  if (files.length === 0) throw new Error(`No file of ${FOLDER} is called "${names.join('", "')}".`);
  const repeated: string[] = [];
  const total = { passed: 0, failed: 0 };
  for (const file of files) {
    let counts = await run(file);
    if (counts.failed > 0) {
      console.log(`${file} failed and runs once more.`);
      counts = await run(file);
      repeated.push(`${file}: ${counts.failed === 0 ? 'passed' : 'failed'} on the second try`);
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  console.log(`\n${[...repeated, `${total.passed} passed, ${total.failed} failed`].join('\n')}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Runs the tests of one file, shows what they print, and counts them. */
async function run(file: string): Promise<Counts> {
  return countTests(await mocha(path.join(FOLDER, file)));
}

function mocha(file: string): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MOCHA, '--config', CONFIG, file], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ output, status }));
  });
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
