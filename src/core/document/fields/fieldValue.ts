/** The value of a field on a line, without the comments around it and without a hard line break at its end. */

import { withoutComments } from '../../markdown/inline';
import { fold } from '../../markdown/tokens';

/** A value and its columns on the line. */
export interface ValueSpan {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The text of comments beside the value. */
  readonly remark?: string;
}

const LINE_BREAK = /(?:\\|<br[ \t]*\/?>|&nbsp;)$/i;
const LONGEST_BREAK = 20;
const COMMENT_FIRST = /^<!--.*?-->[ \t]*/;

/** The column after the text of a line, without a hard line break at its end: blanks, a backslash, `<br>`. */
export function textEnd(text: string): number {
  let rest = text.trimEnd();
  // Only the end is searched: there may be many backslashes before it.
  const breakOf = (): string => LINE_BREAK.exec(rest.slice(-LONGEST_BREAK))?.[0] ?? '';
  for (let found = breakOf(); found !== ''; found = breakOf()) rest = rest.slice(0, -found.length).trimEnd();
  return rest.length;
}

/** The value between two columns of a line. If it consists of comments only, the span is that of the comments. */
export function valueBetween(text: string, from: number, to: number): ValueSpan {
  const [start, end] = trimmed(text, from, to);
  const source = text.slice(start, end);
  if (!source.includes('<!--')) return { value: source, start, end };
  const value = fold(withoutComments(source));
  const remark = fold(commentsIn(source));
  if (value === '') return { value, start, end, remark };
  let first = start;
  let last = end;
  for (let own = source; COMMENT_FIRST.test(own); own = text.slice(first, last)) {
    first += COMMENT_FIRST.exec(own)?.[0].length ?? 0;
  }
  while (text.slice(first, last).endsWith('-->')) {
    const open = text.lastIndexOf('<!--', last);
    [, last] = trimmed(text, first, Math.max(first, open));
  }
  return { value, start: first, end: last, remark };
}

/** The texts of the comments in a line. The search stops at a comment without an end, so that it is linear. */
function commentsIn(text: string): string {
  const inner: string[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', start)) {
    const end = text.indexOf('-->', start + 4);
    if (end < 0) break;
    inner.push(text.slice(start + 4, end));
    start = end + 3;
  }
  return inner.join(' ');
}

function trimmed(text: string, from: number, to: number): [number, number] {
  const own = text.slice(from, to);
  const start = from + own.length - own.trimStart().length;
  return [start, Math.max(start, from + own.trimEnd().length)];
}
