/** How many passed and how many failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** How a suite's command ended. */
export interface Ending {
  readonly output: string;
  /** The exit status, or null for a command that a signal ended. */
  readonly status: number | null;
}

// Only whole lines count, so that a test's own output is not easily taken for the result.
const OWN = /^(\d+) passed, (\d+) failed$/gm;
const MOCHA = /^ {2}(\d+) passing \(\w+\)$(?:\n {2}\d+ pending$)?(?:\n {2}(\d+) failing$)?/gm;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/**
 * The counts of a command that runs tests: the sum of our own closing lines, or of mocha's where it prints none of ours.
 * A command that fails without a count, or runs no test, counts as failed.
 */
export function countTests({ output, status }: Ending): Counts {
  const plain = output.replace(COLOURS, '').replaceAll('\r\n', '\n');
  let passed = 0;
  let failed = 0;
  const own = [...plain.matchAll(OWN)];
  for (const match of own.length > 0 ? own : plain.matchAll(MOCHA)) {
    passed += Number(match[1]);
    failed += Number(match[2] ?? 0);
  }
  const unsaid = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: unsaid ? 1 : failed };
}

/** The counts of a command that is one check as a whole. */
export function countCheck({ status }: Ending): Counts {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
