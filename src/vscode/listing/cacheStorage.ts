/** The storage of caches in the extension's own folder for a workspace. */

import * as vscode from 'vscode';
import type { CacheStorage } from '../../core/cache/documentCache';
import { digest } from '../../core/text/digest';
import { savedText } from '../documents/savedFile';

/** Each text has its digest in a line before it, since a file may be written in part. */
export function cacheStorage(folder: vscode.Uri): CacheStorage {
  const fileOf = (key: string): vscode.Uri => vscode.Uri.joinPath(folder, `${key}.cache`);
  return {
    read: async (key) => {
      const saved = await savedText(fileOf(key));
      const text = saved.slice(saved.indexOf('\n') + 1);
      return saved === signed(text) ? text : undefined;
    },
    write: async (key, text) => {
      const bytes = new TextEncoder().encode(signed(text));
      await vscode.workspace.fs
        .createDirectory(folder)
        .then(() => vscode.workspace.fs.writeFile(fileOf(key), bytes))
        .then(undefined, () => {});
    },
  };
}

function signed(text: string): string {
  return `${digest(text)}\n${text}`;
}
