/** Git's objects: listings of trees, and the ids of file contents, computed without git. */

import { createHash } from 'node:crypto';

/** A file in a tree or in the index. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  /** True if a sparse checkout leaves it out of the work tree. */
  readonly skipped: boolean;
}

const IN_TREE = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/;

/** The entries by path in the output of `git ls-tree -z`. */
export function readTree(text: string): Map<string, TreeEntry> {
  return entriesOf(text, IN_TREE, ([, mode = '', id = '', file = '']) => [
    file,
    { mode, id, skipped: false },
  ]);
}

/** The entries by path in a listing whose lines end with NUL and have the given form. */
export function entriesOf(
  text: string,
  form: RegExp,
  read: (match: readonly string[]) => readonly [string, TreeEntry],
): Map<string, TreeEntry> {
  return new Map(
    text.split('\0').flatMap((line) => {
      const match = form.exec(line);
      return match ? [read(match)] : [];
    }),
  );
}

/**
 * The ids that git may have for a content, with the hash algorithm of another id: of its bytes, and of those with LF
 * line endings, because git may be configured to check files out with CRLF.
 */
export function blobIds(bytes: Buffer, otherId: string): string[] {
  const withLfOnly = withLf(bytes);
  return [blobId(bytes, otherId), ...(withLfOnly === bytes ? [] : [blobId(withLfOnly, otherId)])];
}

/** The blob id of a content, with the hash algorithm of another id. */
export function blobId(bytes: Buffer, { length }: string): string {
  return createHash(length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

function withLf(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
