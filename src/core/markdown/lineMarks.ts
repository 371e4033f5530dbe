/** The line tables of markdown-it's block state. */

/** One entry per line, and one for the end of the text. The names are those of markdown-it's `StateBlock`. */
export interface LineMarks {
  /** The offsets of the start and the end of each line in the source. */
  readonly bMarks: number[];
  readonly eMarks: number[];
  /** The indentation of each line in characters, and in columns with tabs expanded. */
  readonly tShift: number[];
  readonly sCount: number[];
  /** The columns of each line that belong to the block quote around it. */
  readonly bsCount: number[];
  readonly lineMax: number;
}

const BLANK = /^[ \t]*$/;

/**
 * The tables for `lines` in a text whose lines are `source`. A line may be hidden, that is empty in `lines` only; it
 * then starts at its end. White space after the last line ending is not a line.
 */
export function markLines(lines: readonly string[], source: readonly string[]): LineMarks {
  const last = lines.length - 1;
  const count = BLANK.test(lines[last] ?? '') ? last : last + 1;
  const bMarks = new Array<number>(count + 1);
  const eMarks = new Array<number>(count + 1);
  const tShift = new Array<number>(count + 1);
  const sCount = new Array<number>(count + 1);
  const bsCount = new Array<number>(count + 1).fill(0);
  let end = -1;
  for (let line = 0; line < count; line++) {
    const text = lines[line] ?? '';
    let at = 0;
    let column = 0;
    for (; at < text.length; at++) {
      const char = text.charCodeAt(at);
      if (char === 32) column++;
      else if (char === 9) column += 4 - (column % 4);
      else break;
    }
    end += 1 + (source[line] ?? '').length;
    bMarks[line] = end - text.length;
    eMarks[line] = end;
    tShift[line] = at;
    sCount[line] = column;
  }
  if (count === last) end += 1 + (source[last] ?? '').length;
  bMarks[count] = end;
  eMarks[count] = end;
  tShift[count] = 0;
  sCount[count] = 0;
  return { bMarks, eMarks, tShift, sCount, bsCount, lineMax: count };
}
