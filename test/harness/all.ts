// `npm test`: runs every suite, whatever the others say, and closes with one table and one line of counts.
import { spawn } from 'node:child_process';
import { endGroup, onEnd } from './cleanup';
import type { Counts, Ending } from './counts';
import { countCheck, countTests } from './counts';
import { ROOT } from './root';
import { minutes, SilenceWatch } from './silence';

/** Longer than any single test may take by its own limit. */
const SILENCE_MS = 20 * 60_000;
const MERCY_MS = 10_000;

interface Suite {
  readonly name: string;
  /** The npm script that runs it. */
  readonly script: string;
  readonly count: (ending: Ending) => Counts;
}

interface Result extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const SUITES: readonly Suite[] = [
  { name: 'lint', script: 'lint', count: countCheck },
  { name: 'unused code', script: 'unused', count: countCheck },
  { name: 'unit', script: 'test:unit', count: countTests },
  { name: 'Node extension host', script: 'test:host', count: countTests },
  { name: 'Node extension host, VS Code 1.100', script: 'test:floor', count: countTests },
  { name: 'web extension host', script: 'test:web', count: countTests },
  { name: 'interface', script: 'test:ui', count: countTests },
];

async function main(): Promise<void> {
  const results: Result[] = [];
  for (const suite of SUITES) {
    console.log(`\n== ${suite.name} (npm run ${suite.script})`);
    const started = Date.now();
    const counts = suite.count(await run(suite.script));
    results.push({ name: suite.name, ...counts, seconds: (Date.now() - started) / 1000 });
  }
  const total = (pick: (result: Result) => number) => results.reduce((sum, result) => sum + pick(result), 0);
  const failed = total((result) => result.failed);
  console.log(`\n${table(results)}\n\n${total((result) => result.passed)} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Runs an npm script, showing its output and keeping it. */
function run(script: string): Promise<Ending> {
  const windows = process.platform === 'win32';
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that everything a suite started ends with it.
      detached: !windows,
      shell: windows,
    });
    const forget = onEnd(() => endGroup(child.pid, 'SIGTERM'));
    const watch = new SilenceWatch(SILENCE_MS, () => {
      console.error(`No output for ${minutes(SILENCE_MS)}: npm run ${script} is ended.`);
      endGroup(child.pid, 'SIGTERM');
      setTimeout(() => endGroup(child.pid, 'SIGKILL'), MERCY_MS).unref();
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      watch.heard();
      output += data;
      process.stdout.write(data);
    });
    child.stderr.on('data', (data) => {
      watch.heard();
      process.stderr.write(data);
    });
    const finish = (status: number | null) => {
      watch.stop();
      forget();
      resolve({ output, status });
    };
    child.on('error', (error) => {
      console.error(`npm could not be started: ${error.message}. Is it on PATH?`);
      finish(null);
    });
    child.on('close', finish);
  });
}

function table(results: readonly Result[]): string {
  const head = ['suite', 'passed', 'failed', 'seconds'];
  const rows = results.map(({ name, passed, failed, seconds }) => [name, passed, failed, seconds.toFixed(1)]);
  const width = Math.max(...results.map(({ name }) => name.length));
  const line = ([name, ...numbers]: readonly (string | number)[]) =>
    `${String(name).padEnd(width)}${numbers.map((number) => String(number).padStart(9)).join('')}`;
  return [head, ...rows].map(line).join('\n');
}

main();
