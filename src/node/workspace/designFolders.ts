/** Finds the design-docs folders of a workspace. */

import * as path from 'node:path';
import type { Found } from '../../core/cache/found';
import { usualFolders } from '../../core/config/scope';
import { documentFolders, severalFolders } from '../../core/discovery/folders';
import { UserError } from '../../core/text/userError';
import { isUnder, kindOf, realPath } from '../files/files';
import type { Workspace } from './workspace';
import { insidePath, shownPath } from './workspace';

/**
 * The folder for a new document: the design-docs folder around the current folder, or else the only one of the
 * workspace. Throws a `UserError` if there is none or there are several.
 */
export function newDocumentFolder(workspace: Workspace, found: Found): string {
  const folders = possibleFolders(workspace, found);
  const [only, ...more] = folders;
  if (only === undefined) {
    throw new UserError(
      'no-folder',
      `No folder of design docs found. Name one with --dir: a new one (${usualFolders[0]}) or this one (.).`,
    );
  }
  if (more.length === 0) return only;
  const names = folders.map((folder) => shownPath(workspace, folder));
  throw severalFolders(names, 'Name one with --dir.');
}

/**
 * The folders among which a new document has to choose: only the design-docs folder around the current folder if there
 * is one, else all of the workspace.
 */
export function possibleFolders(workspace: Workspace, found: Found): string[] {
  const folders = designFolders(workspace, found);
  const around = folders.filter((folder) => isUnder(folder, workspace.cwd));
  return around.length > 0 ? around.slice(-1) : folders;
}

/** The folders with documents or templates; if there are none, the existing folders with a usual name. */
function designFolders(workspace: Workspace, found: Found): string[] {
  const used = documentFolders(workspace.files, found);
  const folders = used.length > 0 ? used : usualFolders;
  return folders
    .map((folder) => path.join(workspace.root, folder))
    .filter((folder) => kindOf(folder) === 'folder' && staysInside(workspace, folder));
}

/** True if the real path is in the workspace: a symbolic link may lead out of it. */
function staysInside(workspace: Workspace, folder: string): boolean {
  return insidePath({ ...workspace, root: realPath(workspace.root) }, realPath(folder)) !== undefined;
}
