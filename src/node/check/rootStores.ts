/** The document stores of several folders, such as the worktrees of one repository. */

import * as path from 'node:path';
import { severalFolders } from '../../core/discovery/folders';
import { UserError } from '../../core/text/userError';
import type { DocumentStore, WantedDocument } from '../../core/tools/documentStore';
import type { ResourceStore } from '../../core/tools/resources';
import { kindOf } from '../files/files';
import type { Note } from '../workspace/workspace';
import { slashed } from '../workspace/workspace';
import type { FolderStore } from './documentStore';
import { CHOOSE_FOLDER, openDocumentStore } from './documentStore';

/** The stores of some folders. */
export interface RootStores {
  /** A store on all folders. It reads, and writes new documents. */
  readonly all: ResourceStore;
  /** The store of the folder that has the document at a path. Throws a `UserError` if several have one. */
  at(named: string): DocumentStore;
}

/**
 * Opens stores on folders, of which there is at least one. For several folders the paths of documents are absolute,
 * since worktrees have documents of the same relative path.
 */
export function openRootStores(folders: readonly [string, ...string[]], note: Note): RootStores {
  const isSeveral = folders.length > 1;
  const [first, ...others] = folders;
  const main = openDocumentStore(first, note, isSeveral);
  if (!isSeveral) return { all: main, at: () => main };
  const stores = [main, ...others.map((folder) => openDocumentStore(folder, note, true))];
  const at = (named: string): FolderStore => storeAt(stores, named) ?? main;
  return {
    at,
    all: {
      ...main,
      roots: async () => (await Promise.all(stores.map((store) => store.roots()))).flat(),
      async *documents() {
        for (const store of stores) yield* store.documents();
      },
      async *listed() {
        for (const store of stores) yield* store.listed();
      },
      open: (named) => at(named).open(named),
      create: async (wanted) => ((await storeForNew(stores, wanted)) ?? main).create(wanted),
      templates: async () => {
        const all = (await Promise.all(stores.map((store) => store.templates()))).flat();
        return all.filter(({ name, path: own }, index) => {
          if (own !== null) return true;
          return all.findIndex((other) => other.path === null && other.name === name) === index;
        });
      },
    },
  };
}

/**
 * The store with a file or folder: the innermost one, since a worktree may lie in another one. Undefined if no store
 * has it. Throws a `UserError` if several have it.
 */
function storeAt(stores: readonly FolderStore[], named: string): FolderStore | undefined {
  const places = stores.flatMap((store) => {
    const file = store.find(named);
    return file === undefined ? [] : [{ store, file }];
  });
  if (path.isAbsolute(named)) {
    return places.sort((a, b) => b.store.root.length - a.store.root.length)[0]?.store;
  }
  const having = places.filter(({ file }) => kindOf(file) !== undefined);
  if (having.length <= 1) return having[0]?.store;
  const paths = having.map(({ file }) => slashed(file)).join(', ');
  throw new UserError(
    'ambiguous-path',
    `Several folders have "${named}". Call the tool again with one of these paths: ${paths}.`,
  );
}

/** The store of the folder for a new document. Throws a `UserError` if there are several. */
async function storeForNew(
  stores: readonly FolderStore[],
  { dir }: WantedDocument,
): Promise<FolderStore | undefined> {
  if (dir !== undefined) return storeAt(stores, dir);
  const found: { readonly store: FolderStore; readonly folder: string }[] = [];
  for (const store of stores) {
    for (const folder of await store.newFolders()) found.push({ store, folder });
  }
  const folders = found.map(({ folder }) => slashed(folder));
  if (folders.length > 1) throw severalFolders(folders, CHOOSE_FOLDER);
  return found[0]?.store;
}
