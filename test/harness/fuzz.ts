// `npm run fuzz`: the random tests with fresh seeds, round after round, until one fails. Usage:
//   npm run fuzz                             20 rounds of all random tests
//   npm run fuzz -- ROUNDS [FILE…]           as many rounds, of these compiled tests only
// EDITS=20000 makes that many edits in the tests that edit documents.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ROOT } from './root';

const MOCHA = require.resolve('mocha/bin/mocha.js');
const TESTS = path.join(ROOT, 'out', 'test');

/** The compiled tests that take their seed from the variable SEED, directly or through fast-check. */
function randomTests(): string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => path.join(TESTS, name))
    .filter((file) => /require\("fast-check"\)|process\.env\.SEED/.test(readFileSync(file, 'utf8')));
}

function main([rounds = '20', ...named]: readonly string[]): number {
  if (!/^[1-9]\d*$/.test(rounds))
    throw new Error(`"${rounds}" is no number of rounds. Use: npm run fuzz -- 20`);
  const files = named.length > 0 ? named : randomTests();
  for (let round = 1; round <= Number(rounds); round++) {
    const seed = String(randomInt(2 ** 31));
    console.log(`Round ${round} of ${rounds}, SEED=${seed}`);
    const { status } = spawnSync(process.execPath, [MOCHA, ...files], {
      cwd: ROOT,
      env: { ...process.env, SEED: seed },
      stdio: 'inherit',
    });
    if (status === 0) continue;
    console.error(
      `A test failed. Repeat it: SEED=${seed} npx mocha FILE, with the file that is named above.`,
    );
    return 1;
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
