/** The options of a command or tool that works on documents. */

import type { Note } from './workspace';

/** What takes long in a large workspace. */
export type Activity = 'search' | 'check';

/** Reports that `done` of `all` files of an activity are done. */
export type ReportProgress = (activity: Activity, done: number, all: number) => void;

/** A request to find, check or create documents. */
export interface Request {
  /** The folder to which paths are relative, in arguments and in output. */
  readonly cwd: string;
  /** Reports a note beside the result. */
  readonly note: Note;
  /** Reports that a named file could not be read. Defaults to `note`. */
  readonly fail?: Note | undefined;
  /** Called for each file. */
  readonly progress?: ReportProgress | undefined;
  /** The name or the file of a template for all documents. */
  readonly template?: string | undefined;
  /** The configuration file. Defaults to the workspace's. */
  readonly config?: string | undefined;
  /** Only documents that differ from where HEAD left this branch or commit; empty means the default branch. */
  readonly changed?: string | undefined;
  /** The file of the baseline, or false for none. Defaults to the configured one. */
  readonly baseline?: string | false | undefined;
  /** Treats documents that the default branch has as if a branch changed them. */
  readonly unmerged?: boolean | undefined;
  /** The author to fill in. Defaults to the configured one, then to git's. */
  readonly author?: string | undefined;
  /** The date to fill in, as `YYYY-MM-DD`. Defaults to today. */
  readonly date?: string | undefined;
  /** The name of the program's build. Without it, the cache is neither read nor written. */
  readonly build?: string | undefined;
}
