/** The heads of a workspace folder's Markdown files, by path. Files are read in the background, and heads are cached. */

import * as vscode from 'vscode';
import { buildName } from '../../core/cache/buildName';
import type { HeadCache } from '../../core/cache/heads';
import { openHeadCache } from '../../core/cache/heads';
import { maxTextLength } from '../../core/config/scope';
import type { Head } from '../../core/discovery/head';
import { headLength, readHead } from '../../core/discovery/head';
import { digest } from '../../core/text/digest';
import { savedState } from '../documents/savedFile';
import { inBatches } from './batches';
import { cacheStorage } from './cacheStorage';

/** The heads of a folder's files. */
export interface MarkdownHeads {
  /** Reads the heads of files that are not known yet. */
  read(paths: readonly string[]): Promise<void>;
  of(path: string): Head | undefined;
  /** Saves the heads of the given files. */
  save(paths: readonly string[]): Promise<void>;
}

/** Opens the heads of a workspace folder, which are cached in the extension's storage folder. */
export async function openHeads(folder: vscode.Uri, storage: vscode.Uri): Promise<MarkdownHeads> {
  const key = `heads-${digest(folder.toString())}`;
  const cache = await openHeadCache(cacheStorage(storage), key, buildName());
  const heads = new Map<string, Head | undefined>();
  return {
    read: async (paths) => {
      const missing = paths.filter((path) => !heads.has(path));
      await inBatches(missing, async (path) => heads.set(path, await headOf(folder, path, cache)));
    },
    of: (path) => heads.get(path),
    save: (paths) => cache.save(paths),
  };
}

async function headOf(folder: vscode.Uri, path: string, cache: HeadCache): Promise<Head | undefined> {
  const uri = vscode.Uri.joinPath(folder, path);
  const state = await savedState(uri);
  if (!state || state.size > maxTextLength) return undefined;
  const known = cache.get(path, state.fingerprint);
  if (known) return known;
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    (all) => all,
    () => undefined,
  );
  if (!bytes) return undefined;
  const whole = bytes.length <= headLength;
  const head = readHead(new TextDecoder().decode(bytes.subarray(0, headLength)), whole);
  cache.add(path, state.fingerprint, head);
  return head;
}
