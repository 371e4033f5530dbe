/** What git knows. Only the Node entry imports this file. */

import { homedir } from 'node:os';
import type { Uri } from 'vscode';
import type { Contents } from '../../node/git/changedFiles';
import { changedFiles } from '../../node/git/changedFiles';
import { findUserName } from '../../node/git/git';
import type { Host } from './host';

/** The `user.name` that git has for a folder, or the user's own where there is none; or undefined. */
export async function gitUserName(folder: Uri | undefined): Promise<string | undefined> {
  return findUserName(folder?.scheme === 'file' ? folder.fsPath : homedir());
}

/**
 * Finds the tracked files under a folder that count and differ from a named state of them, relative to it; undefined if
 * git knows no such state, or nothing is seen to have changed and not all can be seen.
 */
export function changeFinder(): NonNullable<Host['changedFiles']> {
  const contents: Contents = new Map();
  return async (folder, state, counts) => {
    if (folder.scheme !== 'file') return undefined;
    const found = await changedFiles(folder.fsPath, state, counts, contents);
    if (!found || (found.changed.length === 0 && found.unknown.length > 0)) return undefined;
    return found.changed;
  };
}
