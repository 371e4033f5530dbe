/** Reads files. Each is opened once, and all are read into one shared buffer. */

import { isAscii, isUtf8 } from 'node:buffer';
import * as fs from 'node:fs';
import { maxTextLength } from '../../core/config/scope';
import { UserError } from '../../core/text/userError';
import { reason, relativeToCwd } from './fileErrors';

let buffer: Buffer | undefined;

/**
 * The bytes of a file, valid until the next file is read. Throws a `UserError` if it cannot be read, changes during
 * reading, or is larger than `maxTextLength`.
 */
export function readBytes(file: string): Buffer {
  // The operating system allocates only the pages that are written to.
  buffer ??= Buffer.allocUnsafeSlow(maxTextLength + 1);
  let open: number | undefined;
  try {
    open = fs.openSync(file, 'r');
    const stat = fs.fstatSync(open);
    let length = 0;
    for (let more = -1; more !== 0 && length <= maxTextLength; length += more) {
      more = fs.readSync(open, buffer, length, buffer.length - length, null);
    }
    if (length > maxTextLength) throw unreadable(file, 'is larger than 2 MB, so it is not read.');
    const now = fs.fstatSync(open);
    if (now.size !== stat.size || now.mtimeMs !== stat.mtimeMs || length < now.size)
      throw unreadable(file, 'changed while it was read. Try again.');
    return buffer.subarray(0, length);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(file, `cannot be read: ${reason(error)}`);
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** The first bytes of a file, as text, and whether it has no more. Undefined if it cannot be read or is not UTF-8. */
export function readStart(file: string, length: number): { text: string; whole: boolean } | undefined {
  const bytes = Buffer.allocUnsafe(length + 1);
  let open: number | undefined;
  try {
    open = fs.openSync(file, 'r');
    const read = fs.readSync(open, bytes, 0, bytes.length, 0);
    const whole = read <= length;
    // The last character may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, read), {
      stream: !whole,
    });
    return { text, whole };
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** Decodes a file's bytes, and keeps a byte order mark. Throws a `UserError` if they are not valid UTF-8. */
export function decoded(file: string, bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw unreadable(file, 'is not valid UTF-8. Convert it, then try again.');
}

/** The text of a UTF-8 file. Throws a `UserError` if it cannot be read or is not valid UTF-8. */
export function readText(file: string): string {
  return decoded(file, readBytes(file));
}

/** The text of a UTF-8 file; undefined if it cannot be read or is not valid UTF-8. */
export function readableText(file: string): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function unreadable(file: string, why: string): UserError {
  return new UserError('unreadable-file', `${relativeToCwd(file)} ${why}`);
}
