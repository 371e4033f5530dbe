/** Who git thinks the user is. Only the Node entry imports this file. */

import { execFile } from 'node:child_process';
import type { Uri } from 'vscode';

const PATIENCE_MS = 2_000;

/**
 * The `user.name` that git has for a folder, or undefined. The folder is an argument and not the working
 * directory, because Windows would look for a `git.exe` in the working directory first.
 */
export function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  const place = folder?.scheme === 'file' ? ['-C', folder.fsPath] : [];
  return new Promise((resolve) => {
    execFile('git', [...place, 'config', 'user.name'], { timeout: PATIENCE_MS }, (error, output) => {
      // No git, no name or no repository all mean the same here: nobody to fill in.
      resolve(error ? undefined : output.trim() || undefined);
    });
  });
}
