/** How a run of a test suite inside an extension host came out. */
export interface TestOutcome {
  readonly passed: number;
  readonly failed: number;
  /** The version of VS Code it ran in. */
  readonly version: string;
}

interface TestEnd {
  readonly name: string;
  readonly ms: number;
  readonly error?: string;
}

/**
 * Reads what the suite writes to the extension host's console: one line for each test as it ends, and one for
 * the whole. Each test is printed at once; everything else is left to the caller.
 */
export class TestReport {
  private final: TestOutcome | undefined;

  constructor(private readonly print: (text: string) => void) {}

  /** The counts, once the suite has run to its end. */
  get outcome(): TestOutcome | undefined {
    return this.final;
  }

  /** Takes one line of the log and says whether it was the suite's. */
  read(line: string): boolean {
    const match = /##(TEST|END) (\{.*\})/s.exec(line);
    if (match?.[2] === undefined) return false;
    if (match[1] === 'END') this.final = JSON.parse(match[2]) as TestOutcome;
    else this.print(testLine(JSON.parse(match[2]) as TestEnd));
    return true;
  }
}

/** The exit status of a run: 0 all passed, 1 a test failed, 2 no test ran. */
export function exitStatus(outcome: TestOutcome | undefined): 0 | 1 | 2 {
  if (outcome === undefined || outcome.passed + outcome.failed === 0) return 2;
  return outcome.failed === 0 ? 0 : 1;
}

function testLine({ name, ms, error }: TestEnd): string {
  if (error === undefined) return `ok - ${name} (${ms} ms)`;
  return `not ok - ${name} (${ms} ms)\n${error.replace(/^/gm, '    ')}`;
}
