/** Where lines and their texts start, as markdown-it's rules look it up. */

/** Marks by line, and a last one for the end of the text. The names are those of markdown-it's state. */
export interface LineMarks {
  /** Where lines start and end in the source. */
  readonly bMarks: number[];
  readonly eMarks: number[];
  /** How many signs a line is indented by, and how many columns, tabs reaching to their stops. */
  readonly tShift: number[];
  readonly sCount: number[];
  /** How many columns of a line belong to the quote that it stands in. */
  readonly bsCount: number[];
  readonly lineMax: number;
}

const BLANK = /^[ \t]*$/;

/**
 * The marks of lines in a text whose own lines are `source`: where one is empty here and not there, its mark is at its
 * end, as if it were empty. Blanks after the last line ending are no line.
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
      const sign = text.charCodeAt(at);
      if (sign === 32) column++;
      else if (sign === 9) column += 4 - (column % 4);
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
