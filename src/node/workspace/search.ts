/** Searches the files of a workspace on disk. It loads the parser. */

import * as path from 'node:path';
import type { CacheStorage } from '../../core/cache/documentCache';
import type { Found } from '../../core/cache/found';
import { openHeadCache } from '../../core/cache/heads';
import { discover } from '../../core/discovery/discover';
import type { Head } from '../../core/discovery/head';
import { headLength, readHead } from '../../core/discovery/head';
import { readableText, readStart } from '../files/readFile';
import type { ReportProgress } from './request';
import { bundledTemplateFiles } from './templateFiles';
import type { Workspace } from './workspace';

/** Where heads are kept. */
interface Cache {
  readonly storage: CacheStorage | undefined;
  readonly key: string;
  readonly build: string | undefined;
}

/** Searches a workspace for templates and documents. Reads the heads that are not in the cache, and updates it. */
export async function searchFiles(
  { root, config, files, fingerprints }: Workspace,
  { storage, key, build }: Cache,
  progress?: ReportProgress,
): Promise<Found> {
  const cache = await openHeadCache(storage, key, build);
  const heads = new Map<string, Head | undefined>();
  const head = (file: string): Head | undefined => {
    if (heads.has(file)) return heads.get(file);
    progress?.('search', heads.size, files.length);
    const fingerprint = fingerprints.get(file);
    const known = cache.get(file, fingerprint);
    const found = known ?? readFrom(path.join(root, file));
    if (found && !known) cache.add(file, fingerprint, found);
    heads.set(file, found);
    return found;
  };
  const read = (file: string): string | undefined => readableText(path.join(root, file));
  const found = discover({ paths: files, config, head, read }, bundledTemplateFiles());
  await cache.save(files);
  return found;
}

function readFrom(file: string): Head | undefined {
  const start = readStart(file, headLength);
  return start && readHead(start.text, start.whole);
}
