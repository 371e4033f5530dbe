/** The files of a repository in which templates and documents are searched. */

import type { ScopeConfig } from '../config/scope';
import type { Head } from './head';

/** The files in which to search. */
export interface Repository {
  /** The paths of all Markdown files, relative to the root, sorted. */
  readonly paths: readonly string[];
  readonly config: ScopeConfig;
  /** The head of a file; undefined if it cannot be read. */
  head(path: string): Head | undefined;
  /** The text of a template; undefined if it cannot be read. */
  read(path: string): string | undefined;
}
