/** Fills the title of a new document into the template's first heading, in place of a placeholder or a sample. */

import type { Document, Heading } from '../document/document';
import { findTokens } from '../markdown/tokens';
import { headingSource } from '../template/headingSource';
import { hasWord, isTitleSample, plainWords } from '../template/titleSamples';
import words from '../vocabulary/newDocument.json';
import type { Fill, OffsetRange } from './draft';
import { fillIn, offsetsOf } from './draft';
import { findKnownTokens } from './knownTokens';
import { numberFills, numberLike } from './numbers';

/** The label at the start of a title: text up to a number, or a few words up to a colon or a spaced dash. */
const LABEL =
  /^(?:[^:：0-9]{0,30}?(?<![\p{L}\p{N}])(?:N{3,}|X{3,}|0+)(?:[.:)：]|[ \t]+[–—-])?[ \t]+|[^:：]{1,40}(?::[ \t]+|：[ \t]*)|\S{1,30}(?:[ \t]\S{1,30}){0,3}[ \t]+[–—-][ \t]+)(?=\S)/u;
/** A placeholder of zeros for a number before a title. */
const ZERO = /^0+(?=[.):][ \t]|[ \t]+[–—-][ \t])/;
const COMMENT = /<!--(?:(?!-->)[\s\S]){0,300}-->/;

/** The fills for the heading with the title: the title itself and the number. Empty if there is no such heading. */
export function titleFills(
  document: Document,
  { title, number }: { title: string; number?: string | undefined },
): Fill[] {
  const heading = titleHeading(document);
  if (!heading) return [];
  const { text, underlined } = headingSource(document, heading);
  const first = offsetsOf(document)(heading.range.start);
  const place = titlePlace(text);
  const numbers = number === undefined ? [] : titleNumbers(text, place, number);
  const opening = text.slice(0, place.start);
  const filled = fillIn(
    { text: opening, filled: [] },
    numbers.filter(({ end }) => end <= place.start),
  ).text;
  // The given title may already start with the label, which must not appear twice.
  const repeated = [opening, filled].some(
    (start) => start.trim() !== '' && title.toLowerCase().startsWith(start.toLowerCase()),
  );
  const from = repeated ? 0 : place.start;
  const titleText = escaped(title, underlined && from === 0, !underlined && place.end === text.length);
  const fills = [
    ...numbers.filter((fill) => !repeated || fill.start >= place.end),
    { start: from, end: place.end, text: titleText },
  ];
  return fills.map((fill) => ({ ...fill, start: fill.start + first, end: fill.end + first }));
}

/** The title heading, or the heading of a first section that is a sample title. */
function titleHeading({ title, sections }: Document): Heading | undefined {
  if (!title) {
    const first = sections[0]?.heading;
    return first && isTitleSample(first.text) ? first : undefined;
  }
  // If other headings have the same level, the first heading may be that of a section.
  const isAlone = sections.every(({ heading }) => heading.level > title.level);
  const known = findKnownTokens(title.text).some(({ kind }) => kind === 'title' || kind === 'number');
  const holdsToken = known || findTokens(title.text).length > 0;
  return isAlone || holdsToken || isTitleSample(title.text) ? title : undefined;
}

/** The offsets that the title replaces: a placeholder, else the text after the label, else the whole text. */
function titlePlace(text: string): OffsetRange {
  const known = findKnownTokens(text).findLast(({ kind }) => kind === 'title');
  if (known) return known;
  const tokens = findTokens(text).filter((token) => !token.code && /^[<{[]/.test(token.text));
  const titleToken = tokens.findLast((token) => hasWord(plainWords(token.text).split(' '), words.titleWords));
  const token = titleToken ?? tokens.at(-1);
  if (token) return token;
  const comment = COMMENT.exec(text);
  if (comment) return { start: comment.index, end: comment.index + comment[0].length };
  return { start: LABEL.exec(text)?.[0].length ?? 0, end: text.length };
}

/** The fills of placeholders for the document's number in the heading, outside `place`. */
function titleNumbers(text: string, place: OffsetRange, number: string): Fill[] {
  const tokens = findKnownTokens(text)
    .filter(({ kind }) => kind === 'number')
    .map(({ start, end }) => ({ start, end, text: number }));
  const zero = ZERO.exec(text);
  const masks = zero
    ? [{ start: 0, end: zero[0].length, text: numberLike(zero[0], number) }]
    : numberFills(text, number);
  return [...tokens, ...masks].filter(({ start, end }) => end <= place.start || start >= place.end);
}

/** Escapes a title that Markdown would parse as a block at the start of a line, or as closing `#` at its end. */
function escaped(title: string, opensLine: boolean, closesLine: boolean): string {
  const opening = opensLine ? title.replace(/^(?=[-+*>#~`=|])|(?<=^\d{1,9})(?=[.)])/, '\\') : title;
  return closesLine ? opening.replace(/(?<=^|[ \t])(?=#+$)/, '\\') : opening;
}
