/** What a command or a tool asks for. */

import type { Note } from './workspace';

export interface Request {
  /** Paths are read and shown from here. */
  readonly cwd: string;
  /** Takes what is worth a line beside the result. */
  readonly note: Note;
  /** Reports a failure on a file that was named. Defaults to `note`. */
  readonly fail?: Note | undefined;
  readonly template?: string | undefined;
  readonly config?: string | undefined;
  /** The author to fill in. Defaults to the configured one, then to git's. */
  readonly author?: string | undefined;
  /** The date to fill in, as `YYYY-MM-DD`. Defaults to today. */
  readonly date?: string | undefined;
  /** The name of the build of the program. Without it, findings are neither cached nor taken from the cache. */
  readonly build?: string | undefined;
}
