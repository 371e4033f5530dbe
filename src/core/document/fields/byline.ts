/** A byline: people and a date on lines of their own below the title, without the names of fields. */

import type { Block } from '../../markdown/markdown';
import { isComment } from '../../markdown/markdown';
import { opensWithDate, opensWithYearLast } from '../../text/dates';
import words from '../../vocabulary/bylines.json';
import type { Document } from '../document';
import { paragraphFields } from './lineFields';

/** What the byline of a document says. */
export interface Byline {
  readonly people: boolean;
  readonly date: boolean;
}

const PARTICLES: ReadonlySet<string> = new Set(words.particles);
const NO_PEOPLE: ReadonlySet<string> = new Set(words.noPeople);
const MONTHS: ReadonlySet<string> = new Set(words.months.flatMap((month) => [month, month.slice(0, 3)]));
const AND = new RegExp(`[,;&/]|[ \\t](?:${words.and.join('|')})[ \\t]`, 'u');
const BY = new RegExp(`^(?:${words.openings.join('|')})[ \\t:]+(?=\\p{Lu})`, 'iu');
/** A part of a name: "Ada", "B.", "O'Brien-Smith". */
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
/** An address behind a name, and emphasis and line breaks around a line. */
const ADDRESS = /[ \t]*(?:<[^<>]*>|\([^()]*@[^()]*\)|\(@[\w-]+\))[ \t]*$/;
const AROUND = /^[ \t*_]+|(?:[ \t*_\\]|<br[ \t]*\/?>)+$/g;
const YEAR = /^(?:19|20)\d\d$/;
const MIN_WORDS = 2;
const MAX_WORDS = 5;
/** The most characters of a line, and the most blocks below the title, that may be a byline. */
const LONGEST = 200;
const MAX_BLOCKS = 3;

/**
 * The byline before the first section. Two capitalized words may be anything, so people count only beside other people, a
 * date or header fields, or after "by".
 */
export function bylineOf(document: Document): Byline {
  const lines = document.lines.map(({ text }) => text);
  const blocks = document.preamble.filter((block) => !isComment(block));
  const first = blocks.slice(0, MAX_BLOCKS).findIndex((block) => namesPeople(linesOf(block)[0] ?? ''));
  const found = blocks[first];
  if (!found) return { people: false, date: false };
  const own = linesOf(found);
  const beside = [blocks[first - 1], blocks[first + 1]].flatMap((block) => block ?? []);
  const isDated = own.some(isDate) || beside.some((block) => linesOf(block).every(isDate));
  const people =
    BY.test(own[0] ?? '') ||
    isDated ||
    own.slice(1).some(namesPeople) ||
    beside.some((block) => block.kind === 'paragraph' && paragraphFields(lines, block).length > 0);
  return { people, date: people && isDated };
}

/** The lines of a paragraph, without emphasis and line breaks around them; of other blocks, none that says something. */
function linesOf({ kind, content }: Block): string[] {
  if (kind !== 'paragraph' || content.length > LONGEST * MAX_WORDS) return [''];
  return content.split('\n').map((line) => line.replace(AROUND, ''));
}

/** True for a line that consists of the names of people. */
function namesPeople(line: string): boolean {
  if (line.length > LONGEST) return false;
  return line.replace(BY, '').replace(/\.$/, '').split(AND).every(isPerson);
}

function isPerson(text: string): boolean {
  const name = text
    .replace(ADDRESS, '')
    .trim()
    .split(/[ \t]+/);
  const capitalized = name.filter((word) => NAME_WORD.test(word));
  return (
    capitalized.length >= MIN_WORDS &&
    name.length <= MAX_WORDS &&
    NAME_WORD.test(name.at(-1) ?? '') &&
    name.every((word) => NAME_WORD.test(word) || PARTICLES.has(word)) &&
    !name.some((word) => NO_PEOPLE.has(word.toLowerCase()) || MONTHS.has(word.toLowerCase()))
  );
}

/** True for a line that is a date: in numbers, or a year after a month and perhaps a day. */
function isDate(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (opensWithDate(line) || opensWithYearLast(line)) return true;
  const parts = line
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter((part) => part !== '' && part !== 'de');
  const [month, ...more] = parts.filter((part) => MONTHS.has(part));
  const isNumbered = parts.every(
    (part) => MONTHS.has(part) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(part) || YEAR.test(part),
  );
  return month !== undefined && more.length === 0 && isNumbered && parts.some((part) => YEAR.test(part));
}
