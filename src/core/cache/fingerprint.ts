/** Whether a file is the same as before, judged by its times, size and inode, without reading it. */

/**
 * Milliseconds for which a file stays racily clean, as git calls it: it may be written again within the same tick of the
 * file system's clock, which keeps its times. Some file systems count in steps of two seconds.
 */
const RACY = 3000;

/** What the system says of a file, times in milliseconds; a number that it does not know is 0. */
interface FileStat {
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly size: number;
  readonly ino: number;
}

/** Equal for equal states of a file. */
export type FileFingerprint = string;

/** The fingerprint of a file as it is at `now`, in milliseconds; undefined if it is racily clean. */
export function fingerprintOf(
  { mtimeMs, ctimeMs, size, ino }: FileStat,
  now: number,
): FileFingerprint | undefined {
  return Math.max(mtimeMs, ctimeMs) <= now - RACY ? `${mtimeMs} ${ctimeMs} ${size} ${ino}` : undefined;
}

/** True if the file is certainly unchanged: a racily clean file may have changed. */
export function isSameFile(before: FileFingerprint | undefined, now: FileFingerprint | undefined): boolean {
  return before !== undefined && before === now;
}
