/** What tells, without reading it, that a file is the same as when somebody looked at it before. */

/**
 * A file that was written so few milliseconds before we look at it may be written once more without its times telling.
 * It is read again until it has come to rest. Some file systems count in steps of two seconds.
 */
const RESTLESS = 3000;

/** Numbers that change with a file; none of one that might change without them. */
export type Stamp = readonly number[];

/** The stamp of a file that is looked at `now`: when it was changed, in milliseconds, and what else changes with it. */
export function stampOf(times: readonly number[], others: readonly number[], now: number): Stamp {
  return Math.max(...times) > now - RESTLESS ? [] : [...times, ...others];
}

/** True if two stamps tell that the file is the same. One without numbers tells nothing. */
export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.length > 0 && a.length === b.length && a.every((number, at) => number === b[at]);
}
