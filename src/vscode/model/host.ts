/** Capabilities that only some extension hosts have. The web worker host has none of them. */

import type { Uri } from 'vscode';
import type { FullVersion } from '../../core/finalize/fullVersion';
import type { FileStates } from '../../core/plan/fileState';
import type { TextVersion } from '../../core/progress/burnUp';
import type { FindAuthor } from './authors';

/** The capabilities of this extension host. */
export interface Host {
  /** Finds the author in a folder. */
  readonly findAuthor?: FindAuthor;
  /** The git branch of a folder; null if there is none, or if it is unknown. */
  readonly branchOf?: (folder: Uri) => Promise<string | null>;
  /**
   * The states of the files in the repository of a folder. `isDesignDoc` takes paths relative to the folder, as does
   * `Scope`; globs and results are relative to the root of the repository.
   */
  readonly fileStates?: (folder: Uri, isDesignDoc: (file: string) => boolean) => FileStates;
  /** The files on the default branch of their repositories. */
  readonly defaultBranch?: {
    /** The blob id of a file; undefined if the branch does not have it or is unknown. */
    readonly blobOf: (file: Uri) => Promise<string | undefined>;
    /** True if a text is the content of a blob. */
    readonly isBlob: (text: string, blob: string) => boolean;
    /** Drops what is known of the branches, because one may have moved. */
    readonly forget: () => void;
  };
  /** The names of the files that a folder has on any local or remote branch. */
  readonly namesOnBranches?: (folder: Uri) => Promise<readonly string[]>;
  /** Where git has exactly this text of a file. */
  readonly fullVersion?: (file: Uri, text: string) => Promise<FullVersion>;
  /** At most `most` versions of a file in the history of HEAD, oldest first; undefined outside of a repository. */
  readonly history?: (file: Uri, most: number) => Promise<readonly TextVersion[] | undefined>;
  /** Types a command line into a new terminal, with `{file}` replaced by the path. Throws a `UserError` on failure. */
  readonly runInTerminal?: (command: string, file: Uri, folder: Uri | undefined) => void;
}
