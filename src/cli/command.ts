/** The shape of a command. A command is one file and one entry in the list. */

import type { Arguments, Signature } from './arguments';

/** 0: clean; 1: there are findings. That a command could not run (2) is said by throwing. */
type Status = 0 | 1;

/** What a command is given: its arguments, where it runs, and where it writes. */
export interface Session {
  readonly cwd: string;
  readonly given: Arguments;
  /** Writes a part of the result and a line ending. */
  print(text: string): void;
  /** Writes one line beside the result, for people. */
  note(line: string): void;
  /** Writes such a line about something that could not be done: the command could not run as it was asked to. */
  fail(line: string): void;
}

export interface Command extends Signature {
  /** One sentence: what it does. */
  readonly summary: string;
  /** Throws a `UserError` if it cannot run. */
  run(session: Session): Status | Promise<Status>;
}
