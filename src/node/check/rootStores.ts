/** The document stores of several folders, such as the worktrees of one repository. */

import * as path from 'node:path';
import { usualFolders } from '../../core/config/scope';
import { severalFolders } from '../../core/discovery/folders';
import { UserError } from '../../core/text/userError';
import type { DocumentStore, WantedDocument } from '../../core/tools/documentStore';
import type { ResourceStore } from '../../core/tools/resources';
import { findUp, isUnder, kindOf, slashed } from '../files/files';
import type { Note } from '../workspace/workspace';
import { outside } from './confinedPaths';
import type { FolderStore } from './documentStore';
import { CHOOSE_FOLDER, openDocumentStore } from './documentStore';

/** The stores of some folders. */
export interface RootStores {
  /** A store on all folders. It reads, and writes new documents. */
  readonly all: ResourceStore;
  /** The store with the document at a path. Throws a `UserError` if none or several can have it. */
  at(named: string): DocumentStore;
}

/** A path in a store. */
interface Place {
  readonly store: FolderStore;
  readonly file: string;
}

/**
 * Opens stores on folders, of which there is at least one. For several folders the paths of documents are absolute,
 * since worktrees have documents of the same relative path.
 */
export function openRootStores(folders: readonly [string, ...string[]], note: Note): RootStores {
  const isSeveral = folders.length > 1;
  const [first, ...others] = folders;
  const main = openDocumentStore(first, note, isSeveral);
  const stores = [main, ...others.map((folder) => openDocumentStore(folder, note, true))];
  const checkouts = new Map<string, FolderStore>();
  const at = (named: string): DocumentStore => {
    const places = placesOf(stores, named);
    const found = existing(places);
    const place = onlyPlace(found.length > 0 ? found : places.slice(0, 1), named);
    const top = innerCheckout(place);
    if (top === undefined) return place.store;
    const inner = checkouts.get(top) ?? openDocumentStore(top, note, true);
    checkouts.set(top, inner);
    // A relative path is one from the root, not from the inner folder.
    return { ...inner, open: (given) => inner.open(given === named ? place.file : given) };
  };
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
      create: async (wanted) => (isSeveral ? await storeForNew(stores, wanted) : main).create(wanted),
      templates: async () => {
        const all = (await Promise.all(stores.map((store) => store.templates()))).flat();
        const [bundled, own] = [
          all.filter((one) => one.path === null),
          all.filter((one) => one.path !== null),
        ];
        return [...own, ...new Map(bundled.map((one) => [one.name, one])).values()];
      },
    },
  };
}

/**
 * The places that a path may mean: of an absolute one the innermost, since a worktree may lie in another one. Throws a
 * `UserError` if it is outside of all stores.
 */
function placesOf(stores: readonly FolderStore[], named: string): Place[] {
  const places = stores.flatMap((store) => {
    const file = store.find(named);
    return file === undefined ? [] : [{ store, file }];
  });
  if (places.length === 0) throw outside(stores.map(({ root }) => root).join(', '), named);
  if (!path.isAbsolute(named)) return places;
  return places.sort((a, b) => b.store.root.length - a.store.root.length).slice(0, 1);
}

function existing(places: readonly Place[]): Place[] {
  return places.filter(({ file }) => kindOf(file) !== undefined);
}

/**
 * The worktree or repository with a file that lies inside of its store's one: its branch, its templates and what changed
 * in it are other ones.
 */
function innerCheckout({ store: { root }, file }: Place): string | undefined {
  const top = findUp(path.dirname(file), '.git');
  return top !== undefined && top !== root && isUnder(root, top) ? top : undefined;
}

/** The store of the folder for a new document. Throws a `UserError` if there are several. */
async function storeForNew(stores: readonly FolderStore[], { dir }: WantedDocument): Promise<FolderStore> {
  if (dir !== undefined) {
    const places = placesOf(stores, dir);
    const found = existing(places);
    return onlyPlace(found.length > 0 ? found : places, dir).store;
  }
  const places: Place[] = [];
  for (const store of stores) {
    for (const file of await store.newFolders()) places.push({ store, file });
  }
  if (places.length > 1)
    throw severalFolders(
      places.map(({ file }) => slashed(file)),
      CHOOSE_FOLDER,
    );
  const [usual = ''] = usualFolders;
  const possible = stores.map((store) => ({ store, file: path.join(store.root, usual) }));
  return onlyPlace(places.length > 0 ? places : possible, usual).store;
}

function onlyPlace(places: readonly Place[], named: string): Place {
  const [only, ...more] = places;
  if (only !== undefined && more.length === 0) return only;
  throw new UserError(
    'ambiguous-path',
    `"${named}" may be in several folders. Call the tool again with one of these paths: ${places.map(({ file }) => slashed(file)).join(', ')}.`,
  );
}
