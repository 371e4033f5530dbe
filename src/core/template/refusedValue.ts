/** Decides whether a value names what its template wants to know: which model, or which person. */

import { fold } from '../markdown/tokens';
import { narrow } from '../text/unicode';
import provenance from '../vocabulary/provenance.json';
import type { ExpectedValue } from './provenance';

const FAMILIES: ReadonlySet<string> = new Set(provenance.families);
const GENERIC: ReadonlySet<string> = new Set(provenance.generic);
const FILLERS: ReadonlySet<string> = new Set(provenance.fillers);
const KNOWN: ReadonlySet<string> = new Set([
  ...provenance.families,
  ...provenance.lines,
  ...provenance.makers,
  ...provenance.generic,
  ...provenance.fillers,
]);
/** A value with more characters is prose. */
const LONGEST = 500;

/**
 * The part of a value that the template refuses; undefined if it refuses none. "Claude" says neither who
 * nor which model; "Claude Opus 4.6" and "Claude Shannon" do.
 */
export function refusedPart(value: string, { kinds, refused }: ExpectedValue): string | undefined {
  if (value.length > LONGEST) return undefined;
  return namesIn(value).find((name) => {
    if (refused.some((word) => word.toLowerCase() === name.toLowerCase())) return true;
    if (kinds.includes('model')) return isBare(name);
    return kinds.includes('person') && isModel(name);
  });
}

/** The names in a list of authors, without remarks in parentheses unless these say which model it is. */
function namesIn(value: string): string[] {
  const text = fold(
    narrow(value)
      .replace(/[*_`~]/g, '')
      .replace(/\]\([^()]*\)|[[\]]/g, ''),
  );
  return text
    .split(/[,;&+/]|[ \t](?:and|und|et|y|e|with)[ \t]/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{M}\p{N}.]+/gu) ?? [];
}

/** True for a name of which all words are those of models, and no number says which one. */
function isBare(name: string): boolean {
  const words = wordsOf(name);
  const named = words.some((word) => FAMILIES.has(word) || GENERIC.has(word));
  return named && words.every((word) => KNOWN.has(word));
}

/**
 * True for the name of a model, exact or not: it opens with one, and has nothing but a version or such words behind it.
 */
function isModel(name: string): boolean {
  const words = wordsOf(name).filter((word) => !FILLERS.has(word));
  const [first = ''] = words;
  const isKnown = FAMILIES.has(first) || GENERIC.has(first);
  return isKnown && words.every((word) => KNOWN.has(word) || /\d/.test(word));
}
