/** The type of a command. Each command has one file and one entry in `commands/index.ts`. */

import type { Arguments, Signature } from './arguments';
import type { Output } from './output';

/** The exit status. 0: no findings; 1: findings of the level that fails. A command that cannot run (2) throws instead. */
type Status = 0 | 1;

/** The input of a command: its working directory, its arguments and its output. */
export interface Session extends Omit<Output, 'flush'> {
  readonly cwd: string;
  readonly given: Arguments;
  /** Like `note`, for an error after which the command goes on; it makes the exit status 2. */
  fail(line: string): void;
}

/** A command of the program. */
export interface Command extends Signature {
  /** One sentence for help. */
  readonly summary: string;
  /** Throws a `UserError` if it cannot run. */
  run(session: Session): Status | Promise<Status>;
}
