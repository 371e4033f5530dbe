/** The file that a catalog is kept in between runs. Whatever is wrong with it, it is as if there were none. */

import * as path from 'node:path';
import type { Packed } from '../core/catalog';
import { catalogName } from './cacheFolder';
import { readKept, removeUnused, writeKept } from './keptFile';

/** Says what the bytes are, and, by its own order of bytes, for which machines. */
const MAGIC = 0x44446f63;
const FORMAT = 1;
/** In numbers of 32 bits: magic, format, checksum, and how many numbers there are before the strings. */
const HEAD = 4;

/** The strings as they are written: those of another build of the program mean something else. */
interface Strings {
  readonly build: string;
  readonly strings: readonly string[];
}

/** What a file holds, if this build of the program wrote it, as it is now. */
export function loadCatalog(file: string, build: string): Packed | undefined {
  const bytes = readKept(file);
  if (bytes === undefined || bytes.length % 4 !== 0) return undefined;
  try {
    const words = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const count = words[3] ?? -1;
    if (words[0] !== MAGIC || words[1] !== FORMAT || words[2] !== checksum(words)) return undefined;
    if (count < 0 || HEAD + count > words.length) return undefined;
    const written: Partial<Strings> = JSON.parse(bytes.toString('utf8', (HEAD + count) * 4));
    const { strings } = written;
    if (written.build !== build || !isTexts(strings)) return undefined;
    return { strings, numbers: words.subarray(HEAD, HEAD + count) };
  } catch {
    return undefined;
  }
}

/** Writes the file, and removes those beside it that are out of use. Where it cannot be written, nothing happens. */
export function saveCatalog(file: string, build: string, { strings, numbers }: Packed): void {
  const written: Strings = { build, strings };
  const text = Buffer.from(JSON.stringify(written));
  const words = new Int32Array(HEAD + numbers.length + Math.ceil(text.length / 4));
  words.set(numbers, HEAD);
  const bytes = Buffer.from(words.buffer);
  // Blanks after the text fill the last number.
  bytes.fill(' ', (HEAD + numbers.length) * 4);
  text.copy(bytes, (HEAD + numbers.length) * 4);
  words.set([MAGIC, FORMAT, 0, numbers.length]);
  words[2] = checksum(words);
  writeKept(file, bytes);
  removeUnused(path.dirname(file), catalogName);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Of all but itself. It finds damage; whoever may write the file may write what they like into it. */
function checksum(words: Int32Array): number {
  let sum = MAGIC;
  for (let at = 0; at < words.length; at++) {
    if (at !== 2) sum = Math.imul(sum ^ (words[at] ?? 0), 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum | 0;
}
