import * as assert from 'node:assert/strict';
import { countCheck, countTests } from './counts';

describe('the counts of a suite', () => {
  const count = (output: string, status: number | null = 0) => countTests({ output, status });

  it('come from mocha', () => {
    assert.deepEqual(count('\n  12 passing (2s)\n\n'), { passed: 12, failed: 0 });
    assert.deepEqual(count('\n  12 passing (45ms)\n  1 pending\n  3 failing\n', 3), {
      passed: 12,
      failed: 3,
    });
  });

  it('come from mocha in colour', () => {
    const esc = String.fromCharCode(27);
    const output = `${esc}[92m ${esc}[0m${esc}[32m 7 passing${esc}[0m${esc}[90m (1m)${esc}[0m\n`;
    assert.deepEqual(count(output), { passed: 7, failed: 0 });
  });

  it('come from our own closing line', () => {
    assert.deepEqual(count('ok - a (1 ms)\n4 passed, 0 failed\n'), { passed: 4, failed: 0 });
  });

  it('are added up when one command runs tests twice', () => {
    const output = '4 passed, 0 failed\n2 passed, 1 failed\n';
    assert.deepEqual(count(output, 1), { passed: 6, failed: 1 });
  });

  it('are those of our own line where tests of mocha ran twice', () => {
    const output = '  1 passing (2s)\n  1 failing\n  2 passing (2s)\n\n2 passed, 0 failed\n';
    assert.deepEqual(count(output), { passed: 2, failed: 0 });
  });

  it('are not taken from the middle of a line', () => {
    const output = 'it says 9 passed, 0 failed\n  prints 3 passing (1s)\n1 passed, 0 failed\n';
    assert.deepEqual(count(output), { passed: 1, failed: 0 });
  });

  it('are one failure when a command fails without a count', () => {
    assert.deepEqual(count('Error: no', 2), { passed: 0, failed: 1 });
    assert.deepEqual(count('  5 passing (1s)\n', 1), { passed: 5, failed: 1 });
    assert.deepEqual(count('  5 passing (1s)\n', null), { passed: 5, failed: 1 });
  });

  it('are one failure when no test ran', () => {
    assert.deepEqual(count('  0 passing (1ms)\n'), { passed: 0, failed: 1 });
    assert.deepEqual(count(''), { passed: 0, failed: 1 });
  });

  it('are one for a check', () => {
    assert.deepEqual(countCheck({ output: '', status: 0 }), { passed: 1, failed: 0 });
    assert.deepEqual(countCheck({ output: '9 passed, 0 failed\n', status: 1 }), { passed: 0, failed: 1 });
  });
});
