/**
 * The file that a catalog is kept in between runs. What it says is believed, and can hide findings; so it is signed with
 * a key that only the user's own cache folder has, for the workspace and the build of the program that it is about.
 * Whatever is wrong with it, it is as if there were none.
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as path from 'node:path';
import type { Packed } from '../core/catalog';
import { cacheFolder } from './cacheFolder';
import { realPath } from './files';
import { readKept, removeUnused, writeKept } from './keptFile';

const KEY = 'key';
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 32;
/** Says what the bytes are, and, by its own order of bytes, for which machines. */
const MAGIC = 0x44446f63;
/** In numbers of 32 bits: the magic, and how many numbers there are before the strings. */
const HEAD = 2;
/** The names of catalogs, and of drafts that were never finished. */
const CATALOG = /^[0-9a-f]{14}\.catalog(?:\.\d+\.tmp)?$/;

export interface CatalogFile {
  load(): Packed | undefined;
  /** Writes the file, and removes those beside it that are out of use. Where it cannot be written, nothing happens. */
  save(packed: Packed): void;
}

/** The catalog of a workspace for a build of the program; undefined if there is no place for one. */
export function openCatalog(root: string, build: string): CatalogFile | undefined {
  const folder = cacheFolder(root);
  const key = folder && openKey(path.join(folder, KEY));
  if (folder === undefined || key === undefined) return undefined;
  const workspace = realPath(root);
  const name = createHmac('sha256', key).update(workspace).digest('hex').slice(0, 14);
  const file = path.join(folder, `${name}.catalog`);
  const sign = (bytes: Buffer): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([workspace, build]))
      .update(bytes)
      .digest();
  return {
    load: () => {
      const bytes = readKept(file);
      if (bytes === undefined || bytes.length < SIGNATURE_BYTES) return undefined;
      const content = bytes.subarray(SIGNATURE_BYTES);
      return timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(content))
        ? unpacked(content)
        : undefined;
    },
    save: (catalog) => {
      const content = packed(catalog);
      writeKept(file, Buffer.concat([sign(content), content]));
      removeUnused(folder, CATALOG);
    },
  };
}

/** The user's key, made when it is first needed. */
function openKey(file: string): Buffer | undefined {
  if (readKept(file)?.length !== KEY_BYTES) writeKept(file, randomBytes(KEY_BYTES));
  const key = readKept(file);
  return key?.length === KEY_BYTES ? key : undefined;
}

function packed({ strings, numbers }: Packed): Buffer {
  const text = Buffer.from(JSON.stringify(strings));
  const words = Int32Array.from([MAGIC, numbers.length]);
  return Buffer.concat([words, numbers].map(bytesOf).concat(text));
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function unpacked(bytes: Buffer): Packed | undefined {
  const words = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
  const [magic, count = -1] = words;
  if (magic !== MAGIC || count < 0 || HEAD + count > words.length) return undefined;
  const strings: unknown = JSON.parse(bytes.toString('utf8', (HEAD + count) * 4));
  return isTexts(strings) ? { strings, numbers: words.subarray(HEAD, HEAD + count) } : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
