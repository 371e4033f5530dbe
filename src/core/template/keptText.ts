/** Text of a template that is meant to stay in a document: what tools and lawyers read, tables of contents, answers. */

import type { Name } from '../text/names';
import { nameKey, readName, sameName } from '../text/names';
import vocabulary from '../vocabulary/vocabulary.json';

/** Patterns over all scripts are slow to make, so each is made when it is first needed. */
const made: { tool?: RegExp; licence?: RegExp; answer?: RegExp; sections?: readonly Name[] } = {};

/** True for a comment that a tool writes or reads, a notice of a licence or copyright, and a list of links. */
export function isMeantToStay(text: string): boolean {
  made.tool ??= new RegExp(
    `^<!--(?:[-\\s]*(?:${anyOf(vocabulary.stay.tools)})|[^>]*(?:${anyOf(vocabulary.stay.toolWords)}))`,
    'i',
  );
  made.licence ??= new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${anyOf(vocabulary.stay.licences)})(?![\\p{L}\\p{N}])`,
    'iu',
  );
  return made.tool.test(text) || made.licence.test(text) || isLinksOnly(text);
}

/** True for a section that is named as one about the licence. */
export function isLicenceSection(name: Name): boolean {
  made.sections ??= vocabulary.stay.licenceSections.map(readName);
  return made.sections.some((one) => sameName(one, name));
}

/** True for a section that is named as a status field is: what it says is a value, not text. */
export function isStatusSection({ key }: Name): boolean {
  return vocabulary.fields.status.some((name) => nameKey(name) === key);
}

/** True for a short answer such as "None" or "N/A", the template's or the author's. */
export function isAnswer(text: string): boolean {
  made.answer ??= new RegExp(`^[^\\p{L}\\p{N}]*(?:${anyOf(vocabulary.stay.answers)})[^\\p{L}\\p{N}]*$`, 'iu');
  return made.answer.test(text);
}

function isLinksOnly(text: string): boolean {
  const rest = text.replace(/!?\[[^[\]]*\]\([^()]*\)/g, '');
  return rest !== text && rest.replace(/[\s,;|·-]+/g, '') === '';
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[/.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
}
