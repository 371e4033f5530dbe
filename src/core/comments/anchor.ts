/**
 * What became of the block that a comment is about. A comment stores a digest of the block's text, and one of what stood
 * before it, to distinguish a deleted block from a rewritten one, and one of several equal blocks from the others. Where
 * the evidence allows two answers, the answer is `unknown`.
 */

import { memoize } from '../query/memoize';
import type { AnchorState } from './comment';
import type { Contents } from './format';
import { headerOf } from './format';
import { likeness, wordsOf } from './likeness';
import type { Unit } from './units';
import { shortDigest, unitsByDigest } from './units';

/** What became of the block, and its index among the units; undefined if there is none to name. */
export interface Verdict {
  readonly state: AnchorState;
  readonly unit?: number;
}

/** The least likeness of a rewritten block that only its words identify. */
const SURE = 0.6;
/** With fewer words, likeness may be a coincidence. */
const FEW = 4;
/** A text that is shorter may be in a document twice by chance. */
const LONG = 20;
/** How many blocks before it distinguish a block from an equal one; the first number that does is used. */
const DEPTHS = [1, 2, 3, 4];
/** The maximum number of similar blocks that a comment lists, so that none of them is taken for its rewritten block. */
const MAX_ALIKE = 12;
/** Of more equal blocks, none is looked for in its place. */
const MAX_EQUAL = 20;
/** The most equal blocks in a row that are distinguished. */
const LONGEST_RUN = 50;
const START = 'start';

const unitWords = memoize(({ text }: Unit) => wordsOf(text));

/** The header lines of a comment on a unit. */
export function anchorHeaders(units: readonly Unit[], at: number): [string, string][] {
  const own = units[at];
  if (!own) return [];
  const twins = units.flatMap(({ digest }, other) => (digest === own.digest && other !== at ? [other] : []));
  const context = (index: number, depth: number): string => contextBefore(units, index, own.digest, depth);
  const depth = DEPTHS.find((one) => twins.every((twin) => context(twin, one) !== context(at, one)));
  const words = wordsOf(own.text);
  const alike = units.filter((unit) => unit.digest !== own.digest && likeness(words, unitWords(unit)) > 0);
  const others = [...new Set(alike.map(({ digest }) => digest))].slice(0, MAX_ALIKE);
  return [
    ['block', own.digest],
    ['before', context(at, depth ?? 1)],
    ...(twins.length > 0 ? [['copies', String(twins.length + 1)] satisfies [string, string]] : []),
    ...(others.length > 0 ? [['alike', others.join(' ')] satisfies [string, string]] : []),
  ];
}

/**
 * The verdict on the block of a comment that stands below the unit `at`, which is -1 if there is none above it. Without
 * `canSearch`, no rewritten block is looked for.
 */
export function verdictOn(
  contents: Contents,
  units: readonly Unit[],
  at: number,
  canSearch: boolean,
): Verdict {
  const block = headerOf(contents, 'block')?.toLowerCase();
  if (block === undefined) return at < 0 ? { state: 'unknown' } : { state: 'unknown', unit: at };
  const before = headerOf(contents, 'before')?.toLowerCase();
  const wasUnique = !(numberOf(contents, 'copies') > 1);
  const equal = unitsByDigest(units).get(block) ?? [];
  /** True if what stood before the block stands before the unit with this index. */
  const follows = (index: number): boolean =>
    before !== undefined && DEPTHS.some((depth) => contextBefore(units, index, block, depth) === before);
  const isTakenAway = follows(at + 1);

  if (units[at]?.digest === block) {
    const isSure = before === undefined || follows(at) || (wasUnique && equal.length === 1);
    return isSure ? { state: 'unchanged', unit: at } : { state: 'unknown' };
  }
  // Of several equal blocks, another one may have taken the place of one that was rewritten.
  const places = wasUnique && equal.length <= MAX_EQUAL ? equal.filter(follows) : [];
  if (places.length === 1 && !isTakenAway) return { state: 'moved', unit: places[0] };
  const [only] = equal;
  if (only === undefined) return canSearch ? rewritten(contents, units, at, follows) : { state: 'unknown' };
  const isLong = (units[only]?.text.length ?? 0) >= LONG;
  if (isTakenAway && wasUnique && equal.length === 1 && isLong) return { state: 'moved', unit: only };
  return { state: 'unknown' };
}

/** The verdict if no block has the text that the comment is about. */
function rewritten(
  contents: Contents,
  units: readonly Unit[],
  at: number,
  follows: (index: number) => boolean,
): Verdict {
  const words = wordsOf(contents.quote);
  const before = new Set(headerOf(contents, 'alike')?.split(' '));
  // A block like it that was there before is not the block. Any other may be it, or one of those, rewritten.
  const like = indices(units, (unit) => !before.has(unit.digest) && likeness(words, unitWords(unit)) > 0);
  const [only, ...others] = like;
  if (only === undefined) return { state: 'gone' };
  if (others.length > 0 || follows(at + 1)) return { state: 'unknown' };
  if (follows(at)) return only === at ? { state: 'changed', unit: at } : { state: 'unknown' };
  const wasAlone = before.size === 0 && !(numberOf(contents, 'copies') > 1);
  if (!wasAlone || words.length < FEW) return { state: 'unknown' };
  const here = units[only];
  const isSure = only === at && here !== undefined && likeness(words, unitWords(here)) >= SURE;
  const isBeside = only === at - 1 && follows(only);
  return isSure || isBeside ? { state: 'changed', unit: only } : { state: 'unknown' };
}

/** A digest of the units before an index: as many that differ from `own` as `depth` says, and equal ones up to them. */
function contextBefore(units: readonly Unit[], index: number, own: string, depth: number): string {
  const digests: string[] = [];
  let others = 0;
  for (let at = index - 1; others < depth && digests.length < LONGEST_RUN; at--) {
    const digest = units[at]?.digest ?? START;
    digests.push(digest);
    if (digest !== own) others++;
    if (at < 0) break;
  }
  return shortDigest(digests.join(' '));
}

function indices(units: readonly Unit[], wanted: (unit: Unit) => boolean): number[] {
  return units.flatMap((unit, at) => (wanted(unit) ? [at] : []));
}

function numberOf(contents: Contents, key: string): number {
  return Number(headerOf(contents, key) ?? 0);
}
