/** Finding Markdown files. VS Code's own search never answers on file systems that have no search provider. */

import * as vscode from 'vscode';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** Folders that hold other people's files, and those that tools hide. */
const SKIPPED = /^(?:\.|node_modules$)/;
/** Enough for the folders near the top of any repository, and few enough for a slow file system. */
const MAX_FOLDERS = 2_000;

/** The paths of a folder's Markdown files, the shallow ones first. Symbolic links are not followed. */
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
    // A folder that may not be read, or is gone by now, holds nothing for us.
    () => [],
  );
  const files: string[] = [];
  const folders: string[] = [];
  // A search finds files in no order; ours is the same every time.
  for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = path === '' ? name : `${path}/${name}`;
    if (type === vscode.FileType.File && MARKDOWN.test(name)) files.push(own);
    if (type === vscode.FileType.Directory && !SKIPPED.test(name)) folders.push(own);
  }
  return { files, folders };
}
