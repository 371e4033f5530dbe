/** The paths that callers of tools give, which never lead out of a root. */

import * as path from 'node:path';
import { UserError } from '../../core/text/userError';
import { isUnder, kindOf, realPath } from '../files/files';

/**
 * The absolute path of a file below the root; undefined for another one. `folder` is the root before links were
 * resolved, as the caller may know it.
 */
export function pathInside(root: string, folder: string, named: string): string | undefined {
  const file = path.resolve(root, named);
  const real = isUnder(folder, file) ? path.join(root, path.relative(folder, file)) : file;
  return named.includes('\0') || !isUnder(root, real) ? undefined : real;
}

/**
 * The real path of a Markdown file. Throws a `UserError` if there is none, or if it is not below the folder. That the
 * path itself is below is checked before, so that no error reveals whether a file outside exists.
 */
export function fileInside(root: string, file: string, named: string): string {
  if (!/\.(?:md|markdown)$/i.test(file) || kindOf(file) !== 'file') {
    throw new UserError(
      'no-such-document',
      `There is no document "${named}". list_docs gives the paths of all design docs.`,
    );
  }
  const real = realPath(file);
  if (!isUnder(root, real)) throw outside(root, named);
  return real;
}

/** Returns a folder, which may not exist yet. Throws a `UserError` if a link in its path leads out of the root. */
export function folderInside(root: string, folder: string): string {
  let nearest = folder;
  while (kindOf(nearest) === undefined && nearest !== path.dirname(nearest)) nearest = path.dirname(nearest);
  if (!isUnder(root, realPath(nearest))) throw outside(root, path.relative(root, folder));
  return folder;
}

/** The refusal of a path outside of a root. */
export function outside(root: string, named: string): UserError {
  return new UserError(
    'outside',
    `"${named}" lies outside of the workspace, where nothing is read or written. The workspace is ${root}.`,
  );
}
