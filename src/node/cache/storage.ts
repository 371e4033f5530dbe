/**
 * Cache storage in the user's cache folder. A forged cache could hide findings, so each file is signed with a key that
 * exists only in this folder. A file with an invalid signature is ignored.
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as path from 'node:path';
import type { CacheStorage } from '../../core/cache/documentCache';
import { readCacheFile, removeUnused, writeCacheFile } from './cacheFile';
import { cacheFolder } from './cacheFolder';

const SIGNING_KEY = 'key';
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 32;
/** The file names of caches, and of their unfinished drafts. */
const CACHE = /^[0-9a-f]{14}\.cache(?:\.\d+\.tmp)?$/;

/** Opens the storage for a workspace; undefined if there is no writable cache folder outside of the workspace. */
export function openCacheStorage(root: string): CacheStorage | undefined {
  const folder = cacheFolder(root);
  const signingKey = folder && openSigningKey(path.join(folder, SIGNING_KEY));
  if (folder === undefined || signingKey === undefined) return undefined;
  const hmac = (...parts: (string | Buffer)[]): Buffer => {
    const hash = createHmac('sha256', signingKey);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const fileOf = (key: string): string =>
    path.join(folder, `${hmac(key).toString('hex').slice(0, 14)}.cache`);
  const sign = (key: string, content: Buffer): Buffer => hmac(JSON.stringify(key), content);
  return {
    read: async (key) => {
      const bytes = readCacheFile(fileOf(key));
      if (bytes === undefined || bytes.length < SIGNATURE_BYTES) return undefined;
      const content = bytes.subarray(SIGNATURE_BYTES);
      const isValid = timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(key, content));
      return isValid ? content.toString() : undefined;
    },
    write: async (key, text) => {
      const content = Buffer.from(text);
      writeCacheFile(fileOf(key), Buffer.concat([sign(key, content), content]));
      removeUnused(folder, CACHE);
    },
  };
}

/** The signing key, created on first use; undefined if it cannot be written. */
function openSigningKey(file: string): Buffer | undefined {
  if (readCacheFile(file)?.length !== KEY_BYTES) writeCacheFile(file, randomBytes(KEY_BYTES));
  const key = readCacheFile(file);
  return key?.length === KEY_BYTES ? key : undefined;
}
