/** Filler: a text in place of one that is still to be written, such as "TBD", "…" or "Lorem ipsum". */

import vocabulary from '../vocabulary/vocabulary.json';
import { withoutEntities } from './inlineMarkdown';
import { fold } from './tokens';

const { words, exact, openings } = vocabulary.filler;
const WORDS: ReadonlySet<string> = new Set(words);
const EXACT: ReadonlySet<string> = new Set(exact);
/** No filler is longer; a longer text need not be read. */
const LONGEST = 160;
/** Images and links without an address. */
const EMPTY_LINK = /!?\[[ \t]*\]\([ \t]*\)/g;
const EMPTY_BOX = /^\[[ \t]+\](?=[ \t]|$)/;
/** What may stand around filler: emphasis, brackets, quotes and punctuation. Dashes, slashes and code may be answers. */
const MARKS = String.raw`[\s\u200B*_~()[\]{}（）【】"'“”‘’„«».,:;…?!。：？！]`;
const AROUND = new RegExp(`^${MARKS}+|${MARKS}+$`, 'g');
/** Punctuation that alone means that text is missing; a star or brackets may be a value. */
const DOTS = /[….]{2}|…|\?/;
/** A mark for text to come at the start of a line, behind which the author says what. */
const OPENING = new RegExp(String.raw`^[*_[]*(?:${openings.join('|')})[*_]*[ \t]*[:(：（]`);
const NEXT_SENTENCE = /[.!?][ \t]+\S|[。！？]./;

/** True if a text says nothing but that it is still to be written, whatever marks stand around the words. */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST || text.trim() === '') return false;
  const plain = withoutEntities(text.replace(EMPTY_LINK, '')).trim().replace(EMPTY_BOX, '').trim();
  const core = plain.replace(AROUND, '');
  if (core === '') return plain === '' || DOTS.test(plain);
  return EXACT.has(core) || /^[xX]{3,}$/.test(core) || WORDS.has(fold(core).toLowerCase());
}

/** True for one line of one sentence that starts like "TODO: write this" or "TODO(ada)". */
export function opensAsFiller(text: string): boolean {
  const line = text.trim();
  return OPENING.test(line) && line.length <= LONGEST && !line.includes('\n') && !NEXT_SENTENCE.test(line);
}

/** True for the text of a table cell that shows nothing. */
export function isBlank(text: string): boolean {
  return withoutEntities(text).trim() === '';
}
