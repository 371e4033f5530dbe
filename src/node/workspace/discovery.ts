/** Finds the templates and the documents of a workspace. Nothing is parsed while its Markdown files are unchanged. */

import type { Found } from '../../core/cache/found';
import { findCached } from '../../core/cache/found';
import { digest } from '../../core/text/digest';
import { openCacheStorage } from '../cache/storage';
import { realPath } from '../files/files';
import type { ReportProgress } from './request';
import { searchFiles } from './search';
import type { Workspace } from './workspace';

/** Searches a workspace. Without the name of the program's build, the cache is neither read nor written. */
export async function discoverFiles(
  workspace: Workspace,
  build: string | undefined,
  progress?: ReportProgress,
): Promise<Found> {
  const { root, config, fingerprints } = workspace;
  const storage = build === undefined ? undefined : openCacheStorage(root);
  const key = realPath(root);
  return findCached(storage, { key: `found ${key}`, build, state: stateOf() }, async () =>
    searchFiles(workspace, { storage, key: `heads ${key}`, build }, progress),
  );

  /** A digest of all that the result depends on; undefined if a file is racily clean. */
  function stateOf(): string | undefined {
    const parts = [JSON.stringify([config.include, config.exclude, config.templates])];
    for (const [file, fingerprint] of fingerprints) {
      if (fingerprint === undefined) return undefined;
      parts.push(file, fingerprint);
    }
    return digest(parts.join('\0'));
  }
}
