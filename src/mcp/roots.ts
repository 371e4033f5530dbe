/** The folders that the server is confined to: its argument, the client's roots, or the current folder. */

import { fileURLToPath } from 'node:url';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { ResultSchema, RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { UserError } from '../core/text/userError';
import type { RootStores } from '../node/check/rootStores';
import { openRootStores } from '../node/check/rootStores';
import { findUp, isUnder, kindOf, realPath } from '../node/files/files';
import { repositoryOf } from '../node/git/branch';
import type { Note } from '../node/workspace/workspace';

/** How long to wait for the client's roots, in milliseconds. Some clients say that they have roots and never answer. */
const TIMEOUT_MS = 10_000;

/** Where a server looks for its folders. */
export interface Place {
  /** The folder that was given as an argument. */
  readonly named: string | undefined;
  /** The folder for a client that has no roots. */
  readonly cwd: string;
  readonly note: Note;
}

/** Returns a function that opens the stores of a server's folders, again after the client's roots have changed. */
export function storeOpener(server: Server, place: Place): () => Promise<RootStores> {
  let stores: Promise<RootStores> | undefined;
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    stores = undefined;
  });
  return () => {
    stores ??= openStores(server, place);
    return stores;
  };
}

async function openStores(server: Server, place: Place): Promise<RootStores> {
  return openRootStores(await foldersOf(place, await clientRoots(server, place.note)), place.note);
}

/** The client's roots as URIs; none if it has none or does not answer. */
async function clientRoots(server: Server, note: Note): Promise<string[]> {
  if (!server.getClientCapabilities()?.roots) return [];
  try {
    // Not `listRoots`: it fails for all of them if one has a URI of another scheme.
    const { roots } = await server.request({ method: 'roots/list' }, ResultSchema, { timeout: TIMEOUT_MS });
    return Array.isArray(roots) ? roots.map((root: unknown) => uriOf(root)) : [];
  } catch (error) {
    note(`note: the client did not name its roots: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

function uriOf(root: unknown): string {
  return typeof root === 'object' && root !== null && 'uri' in root ? String(root.uri) : '';
}

/**
 * The folders of a server. A folder that was named counts; the client's roots can add only worktrees of its repository.
 * Without it, the client's roots count. Throws a `UserError` if none of them is a folder on this machine.
 */
async function foldersOf(
  { named, cwd, note }: Place,
  uris: readonly string[],
): Promise<[string, ...string[]]> {
  const roots: string[] = [];
  for (const uri of uris) {
    const folder = folderAt(uri);
    if (folder !== undefined) roots.push(folder);
    else note(`note: the client's root "${uri.slice(0, 200)}" is no folder on this machine.`);
  }
  if (named !== undefined) return outermost([named, ...(await worktreesOf(named, roots))]);
  const [first, ...others] = roots;
  if (first !== undefined) return outermost([first, ...others]);
  if (uris.length === 0) return [cwd];
  throw new UserError(
    'no-root',
    'None of the roots that the client names is a folder on this machine, so there are no design docs. Ask the user to start the server with a folder: design-docs mcp ROOT.',
  );
}

function folderAt(uri: string): string | undefined {
  try {
    const folder = fileURLToPath(uri);
    return kindOf(folder) === 'folder' ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Those of the folders that are in other worktrees of a folder's repository. */
async function worktreesOf(folder: string, folders: readonly string[]): Promise<string[]> {
  const repository = folders.length > 0 ? await repositoryOf(folder) : undefined;
  if (repository === undefined) return [];
  const found: string[] = [];
  for (const other of folders) {
    if (findUp(other, '.git') === findUp(folder, '.git')) continue;
    if ((await repositoryOf(other)) === repository) found.push(other);
  }
  return found;
}

/** The folders without those that lie inside of another one, unless they are a worktree or repository of their own. */
function outermost(folders: readonly [string, ...string[]]): [string, ...string[]] {
  const places = folders.map((folder) => ({ folder, real: realPath(folder), top: findUp(folder, '.git') }));
  const outer = places.filter(
    ({ real, top }, at) =>
      !places.some((other, index) =>
        other.real === real ? index < at : other.top === top && isUnder(other.real, real),
      ),
  );
  const [first = folders[0], ...others] = outer.map(({ folder }) => folder);
  return [first, ...others];
}
