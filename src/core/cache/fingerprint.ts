/** Detects unchanged files by their times, size and inode, without reading them. */

/**
 * Milliseconds for which a file stays racily clean, as git calls it: another write within the same tick of the file
 * system's clock leaves its times unchanged. Some file systems have ticks of two seconds.
 */
const RACY = 3000;

/** A file's status, times in milliseconds; unknown numbers are 0. */
interface FileStat {
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly size: number;
  readonly ino: number;
}

/** Equal for equal states of a file. */
export type FileFingerprint = string;

/** The fingerprint of a file at the time `now`, in milliseconds; undefined if it is racily clean. */
export function fingerprintOf(
  { mtimeMs, ctimeMs, size, ino }: FileStat,
  now: number,
): FileFingerprint | undefined {
  return Math.max(mtimeMs, ctimeMs) <= now - RACY ? `${mtimeMs} ${ctimeMs} ${size} ${ino}` : undefined;
}

/**
 * True if the file is certainly unchanged. False if either fingerprint is undefined, because the file may have changed.
 */
export function isSameFile(before: FileFingerprint | undefined, now: FileFingerprint | undefined): boolean {
  return before !== undefined && before === now;
}
