/** Finds the templates and the documents of a workspace. Nothing is parsed while its Markdown files are unchanged. */

import * as path from 'node:path';
import type { FileFingerprint } from '../../core/cache/fingerprint';
import { fingerprintOf } from '../../core/cache/fingerprint';
import type { Found } from '../../core/cache/found';
import { findCached } from '../../core/cache/found';
import { digest } from '../../core/text/digest';
import { openCacheStorage } from '../cache/storage';
import { realPath, statOf } from '../files/files';
import type { Workspace } from './workspace';

/** What was found in a workspace. */
export interface Discovery extends Found {
  /** The fingerprints of the Markdown files, by path relative to the root. */
  readonly fingerprints: ReadonlyMap<string, FileFingerprint | undefined>;
}

/** Searches a workspace. Without the name of the program's build, the cache is neither read nor written. */
export async function discoverFiles(workspace: Workspace, build: string | undefined): Promise<Discovery> {
  const { root, config, files } = workspace;
  const now = Date.now();
  const fingerprints = new Map(
    files.map((file) => {
      const stat = statOf(path.join(root, file));
      return [file, stat && fingerprintOf(stat, now)];
    }),
  );
  const storage = build === undefined ? undefined : openCacheStorage(root);
  const key = realPath(root);
  const found = await findCached(storage, { key: `found ${key}`, build, state: stateOf() }, async () => {
    const { searchFiles } = await import('./search.js');
    return searchFiles(workspace, fingerprints, { storage, key: `heads ${key}`, build });
  });
  return { ...found, fingerprints };

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
