/** Edits as people and editors make them, at random places of a text. */

import type { TextEdit } from '../../src/core/text';
import { applyEdits, splitLines } from '../../src/core/text';
import { DENSE, SIGNS } from './signs';

/** Numbers from 0 to below `bound`, the same ones for the same seed. */
export type Random = (bound: number) => number;

/** A small generator of random numbers: a run of many thousand edits must be repeatable from its seed. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  };
}

/** A short text of nothing but lines that change how others are read, few of them blank. */
export function denseText(random: Random): string {
  const lines = Array.from({ length: 3 + random(30) }, () =>
    random(6) === 0 ? '' : (DENSE[random(DENSE.length)] ?? ''),
  );
  return lines.join('\n');
}

/** One or several edits, each for the text that the one before it leaves. */
export function randomEdits(random: Random, text: string, others: readonly string[]): TextEdit[] {
  const count = random(12) === 0 ? 1 + random(3) : 1;
  const edits: TextEdit[] = [];
  for (let current = text; edits.length < count; ) {
    const edit = randomEdit(random, current, others);
    edits.push(edit);
    current = applyEdits(current, [edit]);
  }
  return edits;
}

function randomEdit(random: Random, text: string, others: readonly string[]): TextEdit {
  const lines = splitLines(text);
  const place = () => {
    // Often near the top, where most of what is special stands.
    const line = random(4) === 0 ? random(Math.min(lines.length, 8)) : random(lines.length);
    const width = lines[line]?.text.length ?? 0;
    const spot = random(4);
    return { line, character: spot === 0 ? 0 : spot === 1 ? width : random(width + 1) };
  };
  const start = place();
  const width = lines[start.line]?.text.length ?? 0;
  const here = { start, end: start };
  switch (random(12)) {
    case 0:
    case 1:
      return { range: here, newText: String.fromCharCode(97 + random(26)) };
    case 2:
    case 3:
    case 4:
      return { range: here, newText: SIGNS[random(SIGNS.length)] ?? '' };
    case 5:
      return {
        range: { start, end: { ...start, character: Math.min(width, start.character + 1 + random(3)) } },
        newText: '',
      };
    case 6:
      return {
        range: { start, end: { line: Math.min(start.line + 1, lines.length - 1), character: 0 } },
        newText: '',
      };
    case 7: {
      const end = Math.min(lines.length - 1, start.line + random(6));
      return {
        range: { start: { line: start.line, character: 0 }, end: { line: end, character: 0 } },
        newText: '',
      };
    }
    case 8: {
      const own = { start: { line: start.line, character: 0 }, end: { line: start.line, character: width } };
      return { range: own, newText: SIGNS[random(SIGNS.length)] ?? '' };
    }
    case 9: {
      const pasted = splitLines(others[random(others.length)] ?? '');
      const from = random(pasted.length);
      const newText = pasted
        .slice(from, from + random(12))
        .map((line) => line.text + line.end)
        .join('');
      return { range: here, newText };
    }
    case 10: {
      const line = SIGNS[random(SIGNS.length)] ?? '';
      return {
        range: { start: { line: start.line, character: 0 }, end: { line: start.line, character: 0 } },
        newText: `${line}\n`,
      };
    }
    default: {
      const box = lines[start.line]?.text.search(/\[[ x]\]/) ?? -1;
      if (box < 0) return { range: here, newText: ' ' };
      const at = { line: start.line, character: box + 1 };
      return {
        range: { start: at, end: { ...at, character: box + 2 } },
        newText: random(2) === 0 ? 'x' : ' ',
      };
    }
  }
}

/** The edits that take one back: what `edit` did to `text` undone. */
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
