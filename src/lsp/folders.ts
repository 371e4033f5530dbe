/** The workspace folders of the client. No file outside of them is read or checked. */

import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findUp, isUnder, kindOf, realPath } from '../node/files/files';

/** A file of the workspace. */
export interface Place {
  /** The file, with links resolved. It may not exist yet. */
  readonly file: string;
  /** The workspace folder, or the checkout in it, that decides on templates and configuration. */
  readonly folder: string;
}

/** The folders of a workspace, which may change. */
export class Folders {
  /** The folders with links resolved, by the URI by which the client knows them. */
  private readonly folders = new Map<string, string>();

  /** Adds folders, and removes others. Returns the added ones that are no folders on this machine. */
  change(added: readonly string[], removed: readonly string[] = []): string[] {
    for (const uri of removed) this.folders.delete(uri);
    return added.filter((uri) => {
      const named = fileAt(uri);
      if (named === undefined || kindOf(named) !== 'folder') return true;
      this.folders.set(uri, realPath(named));
      return false;
    });
  }

  /** The place of a file; undefined if it is outside of all folders, or if a link in its path leads out of them. */
  placeOf(uri: string): Place | undefined {
    const named = fileAt(uri);
    return named === undefined ? undefined : this.placeOfFile(named);
  }

  /** True for a file in one of the folders, links followed. */
  has(file: string): boolean {
    return this.placeOfFile(file) !== undefined;
  }

  private placeOfFile(named: string): Place | undefined {
    const file = resolved(named);
    const [folder] = [...this.folders.values()]
      .filter((real) => file !== undefined && isUnder(real, file))
      .sort((a, b) => b.length - a.length);
    if (file === undefined || folder === undefined) return undefined;
    // A worktree or repository inside of the folder has templates and a configuration of its own.
    const top = findUp(path.dirname(file), '.git');
    const inner = top !== undefined && top !== folder && isUnder(folder, top);
    return { file, folder: inner ? top : folder };
  }
}

/** The path of a file's URI; undefined for any other URI. */
function fileAt(uri: string): string | undefined {
  try {
    const file = uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
    return file?.includes('\0') ? undefined : file;
  } catch {
    return undefined;
  }
}

/** The path with links resolved, as far as it exists; undefined for a broken link. */
function resolved(file: string): string | undefined {
  try {
    let nearest = file;
    while (kindOf(nearest) === undefined && nearest !== path.dirname(nearest))
      nearest = path.dirname(nearest);
    return path.join(realPath(nearest), path.relative(nearest, file));
  } catch {
    return undefined;
  }
}
