/** Finds Markdown files. `workspace.findFiles` never settles on file systems without a search provider. */

import * as vscode from 'vscode';
import type { IgnoreRules } from '../../core/config/gitignore';
import { GITIGNORE, NO_RULES, rulesIn } from '../../core/config/gitignore';
import { isListed, isSearched } from '../../core/config/visible';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** The maximum number of folders read: covers the upper levels of any repository, and is bearable on a slow disk. */
const MAX_FOLDERS = 2_000;

/** A folder that is to be read: its path relative to the root, and the rules that count in it. */
interface Folder {
  readonly path: string;
  readonly rules: IgnoreRules;
}

/**
 * The paths of a folder's Markdown files, relative to it, shallow ones first. Symbolic links are not followed. What
 * `.gitignore` files in the folder name is left out.
 */
export async function markdownFiles(root: vscode.Uri): Promise<string[]> {
  const files: string[] = [];
  let level: Folder[] = [{ path: '', rules: NO_RULES }];
  for (let left = MAX_FOLDERS; level.length > 0 && left > 0; left -= level.length) {
    const lists = await Promise.all(level.slice(0, left).map((folder) => readFolder(root, folder)));
    files.push(...lists.flatMap((list) => list.files));
    level = lists.flatMap((list) => list.folders);
  }
  return files;
}

async function readFolder(
  root: vscode.Uri,
  { path, rules: around }: Folder,
): Promise<{ files: string[]; folders: Folder[] }> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, path)).then(
    (list) => list,
    // A folder that is unreadable or was deleted counts as empty.
    () => [],
  );
  // Like git, a link does not count.
  const hasRules = entries.some(([name, type]) => name === GITIGNORE && type === vscode.FileType.File);
  const rules = hasRules
    ? rulesIn(path, await ignoreFile(root, path), around, { ignoreCase: false })
    : around;
  const files: string[] = [];
  const folders: Folder[] = [];
  // The order of `readDirectory` is unspecified; sorting makes the result deterministic.
  for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const relative = path === '' ? name : `${path}/${name}`;
    if (type === vscode.FileType.File && MARKDOWN.test(name) && isListed(relative)) {
      if (!rules.ignores(relative)) files.push(relative);
    }
    if (type === vscode.FileType.Directory && isSearched(name) && !rules.ignores(`${relative}/`)) {
      folders.push({ path: relative, rules });
    }
  }
  return { files, folders };
}

async function ignoreFile(root: vscode.Uri, path: string): Promise<string> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, path, GITIGNORE)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
