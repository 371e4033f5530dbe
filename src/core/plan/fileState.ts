/** The state of the files that evidence is for. Each face finds it out with git, if it can run git. */

import { matchesGlob } from '../text/glob';
import type { Evidence } from './evidence';

/** The files that the evidence of a step is for: those that the step names, else all tracked files but design docs. */
export interface Scope {
  /** The path of the document, which never counts: recording the evidence changes it. */
  readonly document: string;
  /** Globs relative to the root of the workspace; empty if the step names no files. */
  readonly files: readonly string[];
}

/** A commit with a digest of its files in a scope. `empty`: it has none of them. */
export type CommitState =
  | { readonly kind: 'known'; readonly id: string; readonly files: string }
  | { readonly kind: 'unknown' | 'empty' | 'no git' };

/**
 * How the files of a scope compare with those that evidence is for. `changed` has those that changed as far as they are
 * known; `unknown`: git does not know the commit, and the digest differs; `empty`: the scope has no files.
 */
export type FileState =
  | { readonly kind: 'changed'; readonly files: readonly string[] }
  | { readonly kind: 'same' | 'unknown' | 'empty' | 'no git' };

/** Evidence, and the globs of the files that it is for. */
export interface ScopedEvidence {
  readonly evidence: Evidence;
  readonly files: Scope['files'];
}

/** Compares states of files. */
export interface FileStates {
  /** The state of a commit, which may be named by its id, a branch or a tag. */
  stateOf(commit: string, scope: Scope): Promise<CommitState>;
  /** Compares the files as they are now with the state in each evidence in a document, in the order of the list. */
  compare(document: string, list: readonly ScopedEvidence[]): Promise<readonly FileState[]>;
}

/** True for a file in the scope. Paths are relative to the root of the workspace, also that of the document. */
export function isInScope(
  { document, files }: Scope,
  isDesignDoc: (file: string) => boolean,
): (file: string) => boolean {
  if (files.length === 0) return (file) => file !== document && !isDesignDoc(file);
  const globs = files.flatMap((glob) => [glob, `${glob.replace(/\/+$/, '')}/**`]);
  return (file) => file !== document && globs.some((glob) => matchesGlob(file, glob));
}
