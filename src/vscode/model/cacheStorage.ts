/** Cache storage in the extension's storage folder. */

import * as vscode from 'vscode';
import type { CacheStorage } from '../../core/cache/documentCache';
import { digest } from '../../core/text/digest';
import { savedText } from '../documents/savedFile';

/** Stores each text under its key in `folder`. The first line of a file is a digest, which detects partial writes. */
export function cacheStorage(folder: vscode.Uri): CacheStorage {
  const fileOf = (key: string): vscode.Uri => vscode.Uri.joinPath(folder, `${key}.cache`);
  return {
    read: async (key) => {
      const saved = await savedText(fileOf(key));
      const text = saved.slice(saved.indexOf('\n') + 1);
      return saved === withDigest(text) ? text : undefined;
    },
    write: async (key, text) => {
      const bytes = new TextEncoder().encode(withDigest(text));
      await vscode.workspace.fs
        .createDirectory(folder)
        .then(() => vscode.workspace.fs.writeFile(fileOf(key), bytes))
        .then(undefined, () => {});
    },
  };
}

function withDigest(text: string): string {
  return `${digest(text)}\n${text}`;
}
