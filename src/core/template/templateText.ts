/** Recognizes what the sentences of a template say about sections: lead group, item limits, marks to omit. */

import { nameWords } from '../text/names';
import { fromFirstLetterOrDigit, narrow } from '../text/unicode';
import marks from '../vocabulary/marks.json';

/** The minimal and maximal number of top-level list items in a section. */
export interface Limit {
  readonly min: number;
  readonly max: number;
}

const ITEMS = String.raw`(?:short |single |key )?(?:bullets?|items?|points?|entries|steps?)\b`;
const RANGE = new RegExp(String.raw`\b(\d{1,3})[ \t]*(?:[-–—]|to)[ \t]*(\d{1,3})[ \t]+${ITEMS}`, 'i');
const AT_MOST = new RegExp(
  String.raw`\b(?:at most|up to|no more than|max(?:imum)?(?: of)?)[ \t]+(\d{1,3})[ \t]+${ITEMS}`,
  'i',
);
const LEAD = /\b(?:start|begin|open|lead)[ \t]+with[ \t]+([^.\n]*)/gi;
const OMIT = /\b(?:omit|remove|strip|drop|delete)\b[^.\n]{0,40}\b(?:suffix|marks?\b|markers?\b)/i;
const KEEP_ALL =
  /\bkeep[ \t]+all\b[^.\n]{0,40}\b(?:headers|headings|sections)\b|\b(?:do not|don't|never)[ \t]+(?:remove|delete|omit|drop|skip)[ \t]+(?:any|the)\b[^.\n]{0,20}\b(?:header|heading|section)s?\b|\ball[ \t]+(?:headers|headings|sections)[ \t]+(?:are[ \t]+(?:required|mandatory)|must[ \t]+(?:be (?:filled|kept|present)|exist|remain|stay))\b/i;
const LONGEST_OPENING = 80;
const WHEN_STARTED =
  /\b(?:when|once)\b[^.]{0,30}\b(?:start|begin)(?:ing|s)?[ \t]+(?:a|an|the|each|it|its)[ \t]+(?:milestone|phase|stage)\b|\b(?:when|once)\b[^.]{0,20}\b(?:milestone|phase|stage)\b[^.]{0,20}\b(?:started|starts|begun|begins)\b/i;
/** The maximum number of words that a name can have. */
const MAX_WORDS = 12;

/** Parses a limit such as "(1–3 bullets)" or "at most 3 items"; undefined if the text has none. */
export function readLimit(text: string): Limit | undefined {
  const between = RANGE.exec(text);
  if (between) return { min: Number(between[1]), max: Number(between[2]) };
  const most = AT_MOST.exec(text);
  return most ? { min: 1, max: Number(most[1]) } : undefined;
}

/**
 * The names that a lead sentence lists ("Start with A, B, then C and D."), in its order. It finds the template's own
 * names, longest first, because names may contain commas and "and".
 */
export function leadNames(text: string, names: readonly string[]): string[] {
  let known: ReadonlyMap<string, readonly NamedText[]> | undefined;
  for (const [, listed = ''] of text.matchAll(LEAD)) {
    known ??= namesByFirst(names);
    const found = namesIn(nameWords(listed), known);
    if (found.length > 1) return found;
  }
  return [];
}

interface NamedText {
  readonly name: string;
  readonly words: readonly string[];
}

/** Names by their first word, longest first; of names with equal words, only the first. */
function namesByFirst(names: readonly string[]): Map<string, NamedText[]> {
  const all = new Map<string, NamedText>();
  for (const name of names) {
    const words = nameWords(name);
    const key = words.join(' ');
    if (words.length > 0 && words.length <= MAX_WORDS && !all.has(key)) all.set(key, { name, words });
  }
  const byFirst = new Map<string, NamedText[]>();
  for (const entry of [...all.values()].sort((a, b) => b.words.length - a.words.length)) {
    const [first = ''] = entry.words;
    const others = byFirst.get(first);
    if (!others) byFirst.set(first, [entry]);
    else others.push(entry);
  }
  return byFirst;
}

function namesIn(words: readonly string[], known: ReadonlyMap<string, readonly NamedText[]>): string[] {
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const hit = known
      .get(words[at] ?? '')
      ?.find((entry) => entry.words.every((word, index) => words[at + index] === word));
    if (hit) found.add(hit.name);
    at += hit?.words.length ?? 1;
  }
  return [...found];
}

/** True if a text asks to remove requirement marks from headings. */
export function saysOmitMarks(text: string): boolean {
  return OMIT.test(text);
}

/** True if a text asks to keep all sections, also those with nothing to say. */
export function saysKeepAll(text: string): boolean {
  return KEEP_ALL.test(text);
}

/** True if guidance starts by saying that its section is optional. */
export function opensOptional(text: string): boolean {
  const words = narrow(fromFirstLetterOrDigit(text).slice(0, LONGEST_OPENING));
  const opening = words.replace(/\s+/g, ' ').toLowerCase();
  return marks.optionalOpenings.some(
    (one) => opening.startsWith(one) && !/[a-z]/.test(opening[one.length] ?? ''),
  );
}

/** True if a text asks to write the steps of a milestone only when the milestone starts. */
export function saysStepsWhenStarted(text: string): boolean {
  return WHEN_STARTED.test(text);
}
