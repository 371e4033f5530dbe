/** What is said of files that cannot be read or written. */

import * as path from 'node:path';

/** A path as people name it: seen from the current folder. */
export function fromHere(file: string): string {
  return path.relative('', file) || '.';
}

/** Why something failed, in a sentence. */
export function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist.',
    EACCES: 'permission is denied.',
    EPERM: 'permission is denied.',
    EISDIR: 'it is a folder.',
    ENOTDIR: 'a part of its path is a file.',
    ENOSPC: 'the disk is full.',
    EDQUOT: 'the quota of the disk is used up.',
    EFBIG: 'it is larger than a file may be here.',
    EROFS: 'the disk is read-only.',
    EBUSY: 'another program has it open.',
    ELOOP: 'its symbolic links lead in a circle.',
    ENAMETOOLONG: 'its name or path is too long.',
  };
  return reasons[codeOf(error)] ?? String(error instanceof Error ? error.message : error);
}

/** Node's own name for what failed; empty if it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
