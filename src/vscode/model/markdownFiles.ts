/** Finds Markdown files. `workspace.findFiles` never settles on file systems without a search provider. */

import * as vscode from 'vscode';
import { isListed, isSearched } from '../../core/config/visible';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** The maximum number of folders read: covers the upper levels of any repository, and is bearable on a slow disk. */
const MAX_FOLDERS = 2_000;

/** The paths of a folder's Markdown files, relative to it, shallow ones first. Symbolic links are not followed. */
export async function markdownFiles(root: vscode.Uri): Promise<string[]> {
  const files: string[] = [];
  let level = [''];
  for (let left = MAX_FOLDERS; level.length > 0 && left > 0; left -= level.length) {
    const lists = await Promise.all(level.slice(0, left).map((path) => readFolder(root, path)));
    files.push(...lists.flatMap((list) => list.files));
    level = lists.flatMap((list) => list.folders);
  }
  return files;
}

async function readFolder(root: vscode.Uri, path: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, path)).then(
    (list) => list,
    // A folder that is unreadable or was deleted counts as empty.
    () => [],
  );
  const files: string[] = [];
  const folders: string[] = [];
  // The order of `readDirectory` is unspecified; sorting makes the result deterministic.
  for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const relative = path === '' ? name : `${path}/${name}`;
    if (type === vscode.FileType.File && MARKDOWN.test(name) && isListed(relative)) files.push(relative);
    if (type === vscode.FileType.Directory && isSearched(name)) folders.push(relative);
  }
  return { files, folders };
}
