/** Finds the things of an old document again in the new one. What allows two answers is not paired. */

import { likeness, wordsOf } from '../comments/likeness';

/** Pairs that were found, in both directions. */
export interface Pairs<T> {
  readonly after: ReadonlyMap<T, T>;
  readonly before: ReadonlyMap<T, T>;
}

/** Pairs that are being found. */
export class Pairing<T> implements Pairs<T> {
  readonly after = new Map<T, T>();
  readonly before = new Map<T, T>();

  /** Pairs two things unless one of them has a pair. */
  add(before: T, after: T): void {
    if (this.after.has(before) || this.before.has(after)) return;
    this.after.set(before, after);
    this.before.set(after, before);
  }

  /**
   * Pairs what has the same key, in order; an empty key is none. `fits` decides by how many have a key on both sides: of
   * several, any may be any other.
   */
  byKey(
    before: readonly T[],
    after: readonly T[],
    keyOf: (one: T) => string,
    fits: (old: number, now: number) => boolean = () => true,
  ): void {
    const olds = grouped(
      before.filter((one) => !this.after.has(one)),
      keyOf,
    );
    const news = grouped(
      after.filter((one) => !this.before.has(one)),
      keyOf,
    );
    for (const [key, group] of olds) {
      const others = news.get(key) ?? [];
      if (!fits(group.length, others.length)) continue;
      group.forEach((one, at) => {
        const other = others[at];
        if (other !== undefined) this.add(one, other);
      });
    }
  }

  /** Pairs what is left if each is the only one like the other. */
  byLikeness(before: readonly T[], after: readonly T[], textOf: (one: T) => string): void {
    const olds = before.filter((one) => !this.after.has(one)).slice(0, MAX_COMPARED);
    const news = after.filter((one) => !this.before.has(one)).slice(0, MAX_COMPARED);
    if (olds.length === 0 || news.length === 0) return;
    const [oldWords, newWords] = [olds, news].map((list) => list.map((one) => wordsOf(textOf(one))));
    const like = olds.map((_, at) =>
      news.flatMap((_one, other) =>
        likeness(oldWords?.[at] ?? [], newWords?.[other] ?? []) >= LIKE ? [other] : [],
      ),
    );
    olds.forEach((one, at) => {
      const [other, ...more] = like[at] ?? [];
      const found = other === undefined ? undefined : news[other];
      const rivals = like.filter((list) => other !== undefined && list.includes(other)).length;
      if (found !== undefined && more.length === 0 && rivals === 1) this.add(one, found);
    });
  }
}

/** The share of words that a reworded text has in common with the old one. */
const LIKE = 0.6;
/** The maximum number of texts that are compared with each other. */
const MAX_COMPARED = 100;

/** True if one thing on each side has the key. */
export function isOnly(old: number, now: number): boolean {
  return old === 1 && now === 1;
}

/** True if as many things have the key as before. */
export function areAsMany(old: number, now: number): boolean {
  return old === now;
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** True if the pairs of a list stand in another order than before. */
export function isReordered<T>(before: readonly T[], after: readonly T[], pairs: Pairs<T>): boolean {
  const places = new Map(after.map((one, at) => [one, at]));
  let last = -1;
  return before.some((one) => {
    const found = pairs.after.get(one);
    const place = found === undefined ? undefined : places.get(found);
    if (place === undefined) return false;
    const isBack = place < last;
    last = Math.max(last, place);
    return isBack;
  });
}
