/** Finds the design-docs folders of a workspace. */

import * as path from 'node:path';
import { isDesignDoc, isDesignFolder, isTemplate, usualFolders } from '../../core/config/scope';
import { UserError } from '../../core/text/userError';
import { isUnder, kindOf, realPath } from '../files/files';
import type { Workspace } from './workspace';
import { insidePath, shownPath } from './workspace';

/**
 * The folder for a new document: the design-docs folder around the current folder, or else the only one of the
 * workspace. Throws a `UserError` if there is none or there are several.
 */
export function newDocumentFolder(workspace: Workspace): string {
  const folders = designFolders(workspace);
  const around = folders.filter((folder) => isUnder(folder, workspace.cwd));
  const [only, ...more] = around.length > 0 ? around.slice(-1) : folders;
  if (only === undefined) {
    throw new UserError(
      'no-folder',
      `No folder of design docs found. Name one with --dir: a new one (${usualFolders[0]}) or this one (.).`,
    );
  }
  if (more.length > 0) {
    const names = folders.map((folder) => shownPath(workspace, folder)).join(', ');
    throw new UserError(
      'many-folders',
      `There are several folders of design docs: ${names}. Name one with --dir.`,
    );
  }
  return only;
}

/**
 * The folder for a new document when no user can choose: the one below the current folder with the most documents, or
 * else the default one, which may not exist yet.
 */
export function likelyFolder(workspace: Workspace): string {
  const { cwd, root, files } = workspace;
  const documents = files.filter((file) => isDesignDoc(file)).map((file) => path.join(root, file));
  const [best] = designFolders(workspace)
    .filter((folder) => isUnder(cwd, folder))
    .map((folder) => ({ folder, count: documents.filter((file) => isUnder(folder, file)).length }))
    .sort((a, b) => b.count - a.count);
  return best?.folder ?? path.join(cwd, usualFolders[0] ?? '');
}

/** The design-docs folders with documents or templates; if there are none, the existing folders with a usual name. */
function designFolders(workspace: Workspace): string[] {
  const { root, files } = workspace;
  const used = files.filter((file) => isDesignDoc(file) || isTemplate(file)).flatMap(nearestDesignFolder);
  const folders = used.length > 0 ? used : usualFolders;
  return [...new Set(folders)]
    .map((folder) => path.join(root, folder))
    .filter((folder) => kindOf(folder) === 'folder' && staysInside(workspace, folder));
}

function nearestDesignFolder(file: string): string[] {
  const folders = file.split('/').slice(0, -1);
  const last = folders.findLastIndex(isDesignFolder);
  return last < 0 ? [] : [folders.slice(0, last + 1).join('/')];
}

/** True if the real path is in the workspace: a symbolic link may lead out of it. */
function staysInside(workspace: Workspace, folder: string): boolean {
  return insidePath({ ...workspace, root: realPath(workspace.root) }, realPath(folder)) !== undefined;
}
