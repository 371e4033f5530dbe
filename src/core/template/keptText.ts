/** Text of a template that documents should keep: comments for tools, licences, tables of contents, short answers. */

import type { Name } from '../text/names';
import { readName, sameName } from '../text/names';
import { hasLetterOrDigit } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';

/** "Refer to the …", "See also …" */
const MAX_POINTING_WORDS = 4;
const LINK = '[]()';
/** A link whose text and address may have one more pair of brackets in them: `[Tests [optional]](#tests)`. */
const LINK_SOURCE = /!?\[(?:[^[\]]|\[[^[\]]*\])*\]\((?:[^()]|\([^()]*\))*\)/g;

/** Lazily created patterns: regular expressions with Unicode classes are slow to compile. */
const patterns: {
  tool?: RegExp;
  licence?: RegExp;
  answer?: RegExp;
  opening?: RegExp;
  sections?: readonly Name[];
  status?: readonly Name[];
} = {};

/** True for a comment that tools write or read, a licence or copyright notice, and a list of links. */
export function isMeantToStay(text: string): boolean {
  patterns.tool ??= new RegExp(
    `^<!--(?![^>]*(?<!not |n't |never )(?:${anyOf(vocabulary.stay.removal)}))(?:[-\\s]*(?:${anyOf(vocabulary.stay.tools)})|[^>]*(?:${anyOf(vocabulary.stay.toolWords)}))`,
    'i',
  );
  patterns.licence ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${anyOf(vocabulary.stay.licences)})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return patterns.tool.test(text) || patterns.licence.test(text) || isPointer(text);
}

/** True for the source of a comment that sets something for Design Docs. */
export function isDirective(comment: string): boolean {
  return /^<!--\s*design-docs:/.test(comment);
}

/** True for the name of a section about the licence. */
export function isLicenceSection(name: Name): boolean {
  patterns.sections ??= vocabulary.stay.licenceSections.map(readName);
  return patterns.sections.some((one) => sameName(one, name));
}

/** True for the name of a section with the status. Its content is a value, not text. */
export function isStatusSection(name: Name): boolean {
  patterns.status ??= vocabulary.statusSections.map(readName);
  return patterns.status.some(({ key }) => key === name.key || key === name.head);
}

/** True for a short answer such as "None" or "N/A". */
export function isAnswer(text: string): boolean {
  patterns.answer ??= new RegExp(
    `^[^\\p{L}\\p{N}]*(?:${anyOf(vocabulary.stay.answers)})[^\\p{L}\\p{N}]*$`,
    'iu',
  );
  return patterns.answer.test(text);
}

/** True for a text that starts with such an answer: "N/A: nothing runs in production." */
export function opensWithAnswer(text: string): boolean {
  patterns.opening ??= new RegExp(
    `^[^\\p{L}\\p{N}]*(?:${anyOf(vocabulary.stay.answers)})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return patterns.opening.test(text);
}

/** True for links only, and for a few words that end in one: "Refer to the [glossary](…)." */
function isPointer(text: string): boolean {
  const rest = text.replace(LINK_SOURCE, LINK);
  const words = rest.split(LINK)[0]?.split(' ').filter(hasLetterOrDigit) ?? [];
  return rest.includes(LINK) && words.length <= MAX_POINTING_WORDS && !hasLetterOrDigit(afterFirst(rest));
}

function afterFirst(text: string): string {
  return text.slice(text.indexOf(LINK) + LINK.length);
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[/.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
}
