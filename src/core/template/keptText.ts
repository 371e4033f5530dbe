/** Text of a template that documents should keep: comments for tools, licences, tables of contents, short answers. */

import type { Name } from '../text/names';
import { nameKey, readName, sameName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';

/** Lazily created patterns: regular expressions with Unicode classes are slow to compile. */
const patterns: { tool?: RegExp; licence?: RegExp; answer?: RegExp; sections?: readonly Name[] } = {};

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
  return patterns.tool.test(text) || patterns.licence.test(text) || isLinksOnly(text);
}

/** True for the name of a section about the licence. */
export function isLicenceSection(name: Name): boolean {
  patterns.sections ??= vocabulary.stay.licenceSections.map(readName);
  return patterns.sections.some((one) => sameName(one, name));
}

/** True for the name of a section with the status. Its content is a value, not text. */
export function isStatusSection({ key }: Name): boolean {
  return vocabulary.fields.status.some((name) => nameKey(name) === key);
}

/** True for a short answer such as "None" or "N/A". */
export function isAnswer(text: string): boolean {
  patterns.answer ??= new RegExp(
    `^[^\\p{L}\\p{N}]*(?:${anyOf(vocabulary.stay.answers)})[^\\p{L}\\p{N}]*$`,
    'iu',
  );
  return patterns.answer.test(text);
}

function isLinksOnly(text: string): boolean {
  const rest = text.replace(/!?\[[^[\]]*\]\([^()]*\)/g, '');
  return rest !== text && rest.replace(/[\s,;|·-]+/g, '') === '';
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[/.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
}
