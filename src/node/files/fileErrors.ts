/** Messages about files that cannot be read or written. */

import * as path from 'node:path';

/** A path for messages: relative to the current folder. */
export function relativeToCwd(file: string): string {
  return path.relative('', file) || '.';
}

/** The reason of an error, as the end of a sentence. */
export function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist.',
    EACCES: 'permission is denied.',
    EPERM: 'permission is denied.',
    EISDIR: 'it is a folder.',
    ENOTDIR: 'a part of its path is a file.',
    ENOSPC: 'the disk is full.',
    EDQUOT: 'the quota of the disk is used up.',
    EFBIG: 'it is larger than the file system allows.',
    EROFS: 'the disk is read-only.',
    EBUSY: 'another program has it open.',
    ELOOP: 'its symbolic links form a cycle.',
    ENAMETOOLONG: 'its name or path is too long.',
  };
  return reasons[codeOf(error)] ?? String(error instanceof Error ? error.message : error);
}

/** Node's error code, such as `ENOENT`; empty if the error has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
