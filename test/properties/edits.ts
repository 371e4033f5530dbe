/** Random edits of the kinds that people and editors make. */

import type { Line, Position, TextEdit } from '../../src/core/text/text';
import { applyEdits, splitLines } from '../../src/core/text/text';
import { DENSE, SIGNS, WORDS } from './signs';

/** A seeded generator of integers from 0 up to, and excluding, `bound`. */
export type Random = (bound: number) => number;

/** A small pseudorandom number generator (mulberry32), so that a run of many edits is repeatable from its seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}

/** A short text of lines that change how other lines are parsed, few of them blank. */
export function denseText(random: Random): string {
  const lines = Array.from({ length: 3 + random(30) }, () =>
    random(6) === 0 ? '' : (DENSE[random(DENSE.length)] ?? ''),
  );
  return lines.join('\n');
}

/** The position of an edit, and the texts that it may paste from. */
interface Place {
  readonly random: Random;
  readonly lines: readonly Line[];
  readonly start: Position;
  readonly width: number;
  readonly others: readonly string[];
}

type Kind = (place: Place) => TextEdit;

const letter: Kind = ({ random, start }) => insertion(start, String.fromCharCode(97 + random(26)));
const sign: Kind = ({ random, start }) => insertion(start, pick(random, SIGNS));
const word: Kind = ({ random, start }) => insertion(start, pick(random, WORDS));
const line: Kind = ({ random, start }) => insertion({ ...start, character: 0 }, `${pick(random, SIGNS)}\n`);
const erase: Kind = ({ random, start, width }) =>
  replacement(start, { ...start, character: Math.min(width, start.character + 1 + random(3)) });
const join: Kind = ({ start, lines }) =>
  replacement(start, { line: Math.min(start.line + 1, lines.length - 1), character: 0 });
const drop: Kind = ({ random, start, lines }) =>
  replacement(
    { ...start, character: 0 },
    { line: Math.min(lines.length - 1, start.line + random(6)), character: 0 },
  );
const retype: Kind = ({ random, start, width }) =>
  replacement({ ...start, character: 0 }, { ...start, character: width }, pick(random, SIGNS));
const paste: Kind = ({ random, start, others }) => {
  const pasted = splitLines(pick(random, others));
  const from = random(pasted.length);
  const own = pasted.slice(from, from + random(12));
  return insertion(start, own.map(({ text, end }) => text + end).join(''));
};
const toggle: Kind = ({ random, lines, start }) => {
  const box = lines[start.line]?.text.search(/\[[ x]\]/) ?? -1;
  if (box < 0) return insertion(start, ' ');
  const [open, close] = [box + 1, box + 2].map((character) => ({ line: start.line, character }));
  return replacement(open ?? start, close ?? start, random(2) === 0 ? 'x' : ' ');
};

/** All kinds of edits. */
export const ANY: readonly Kind[] = [
  ...[letter, letter, sign, sign, sign, erase, join, drop, retype, paste, line, toggle],
];
/** The most frequent kinds of edits, which rarely change the structure of the text. */
export const TYPING: readonly Kind[] = [letter, letter, word, word, erase, toggle];

/** One or several edits, each for the result of the previous one. */
export function randomEdits(
  random: Random,
  text: string,
  { kinds, others }: { readonly kinds: readonly Kind[]; readonly others: readonly string[] },
): TextEdit[] {
  const count = random(12) === 0 ? 1 + random(3) : 1;
  const edits: TextEdit[] = [];
  for (let current = text; edits.length < count; ) {
    const lines = splitLines(current);
    const start = placeIn(random, lines);
    const width = lines[start.line]?.text.length ?? 0;
    const edit = pick(random, kinds)({ random, lines, start, width, others });
    edits.push(edit);
    current = applyEdits(current, [edit]);
  }
  return edits;
}

/** A position, often near the top, where the title and the header are. */
function placeIn(random: Random, lines: readonly Line[]): Position {
  const line = random(4) === 0 ? random(Math.min(lines.length, 8)) : random(lines.length);
  const width = lines[line]?.text.length ?? 0;
  const spot = random(4);
  return { line, character: spot === 0 ? 0 : spot === 1 ? width : random(width + 1) };
}

function insertion(place: Position, newText: string): TextEdit {
  return replacement(place, place, newText);
}

function replacement(start: Position, end: Position, newText = ''): TextEdit {
  return { range: { start, end }, newText };
}

function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

/** The edit that undoes `edit` on `text`. */
export function undoOf(text: string, edit: TextEdit): TextEdit {
  const before = splitLines(text);
  const { start, end } = edit.range;
  const removed = before
    .slice(start.line, end.line + 1)
    .map((line, index, own) => {
      const to = index === own.length - 1 ? end.character : undefined;
      const part = line.text.slice(index === 0 ? start.character : 0, to);
      return to === undefined ? part + line.end : part;
    })
    .join('');
  const added = edit.newText.split(/\r\n|\n|\r/);
  const last = added.at(-1) ?? '';
  const close = {
    line: start.line + added.length - 1,
    character: (added.length === 1 ? start.character : 0) + last.length,
  };
  return { range: { start, end: close }, newText: removed };
}
