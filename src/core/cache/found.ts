/** What a search for templates and documents found, valid while no Markdown file of the repository changes. */

import type { CacheStorage } from './documentCache';
import { isText, listOf, objectOf, parsed } from './guards';

/** The result of a search: paths relative to the root. */
export interface Found {
  readonly templates: readonly string[];
  readonly documents: readonly string[];
}

interface FoundJson extends Found {
  readonly build: string;
  readonly state: string;
}

const isFound = objectOf<FoundJson>({
  build: isText,
  state: isText,
  templates: listOf(isText),
  documents: listOf(isText),
});

/**
 * The cached result of a search, or that of `search`, which is then cached. `state` changes whenever the result may
 * change; undefined if that is not known. Without a build name, nothing is read or written.
 */
export async function findCached(
  storage: CacheStorage | undefined,
  { key, build, state }: { key: string; build: string | undefined; state: string | undefined },
  search: () => Promise<Found>,
): Promise<Found> {
  const isCached = build !== undefined && state !== undefined;
  const known = isCached ? parsed((await storage?.read(key)) ?? '') : undefined;
  if (isFound(known) && known.build === build && known.state === state) return known;
  const { templates, documents } = await search();
  if (isCached) {
    const json: FoundJson = { build, state, templates, documents };
    await storage?.write(key, JSON.stringify(json));
  }
  return { templates, documents };
}
