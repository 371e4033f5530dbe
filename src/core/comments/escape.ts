/**
 * Escapes text for a comment, and reads it back. Nothing in a text may end the comment, be read as one of its own lines,
 * or open a region of instructions, which is found line by line, also inside of HTML.
 */

import { fenceMark } from '../text/regions';

const CLOSER = /--(!?)(>|&(?:amp;)*gt;)/g;
const ESCAPED_CLOSER = /--(!?)&((?:amp;)*)gt;/g;
/** Lines that a backslash keeps from having a meaning: header, reply, quote, fence, instructions, rule, or no text. */
const ESCAPED_LINE =
  /^([ \t]*)\\(?=\\*(?:[A-Za-z][\w-]*[ \t]*:|>|`{3}|~{3}|(?:#{1,6}[ \t]*)?<instructions>|(?:---|\+\+\+|\.\.\.|)$))/i;
const REPLY = /^[ \t]*reply[ \t]*:/i;
const INSTRUCTIONS = /^[ \t]*(?:#{1,6}[ \t]*)?<instructions>/i;
/** The end of front matter, which is found line by line, too. */
const END = /^[ \t]*(?:---|\+\+\+|\.\.\.)$/;
const FIRST = /^[ \t]*(?:[A-Za-z][\w-]*[ \t]*:|>)/;
/** Control characters but tab and line feed. Markdown replaces one of them, and editors drop others. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** The text as a comment can hold it: with line feeds, and without what editors remove at its ends and those of lines. */
export function tidyText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}

/** The lines of a tidy text. `tight` writes blank lines as a backslash, because a blank line ends a comment in a list. */
export function escapedLines(text: string, tight: boolean): string[] {
  const lines = text.split('\n');
  const hasOpenFence = leavesFenceOpen(lines);
  return lines.map((line, at) => {
    if (line === '') return tight ? '\\' : '';
    const means =
      REPLY.test(line) ||
      INSTRUCTIONS.test(line) ||
      END.test(line) ||
      ESCAPED_LINE.test(line) ||
      (at === 0 && FIRST.test(line)) ||
      (hasOpenFence && /^[ \t]*(?:`{3}|~{3})/.test(line));
    return means ? line.replace(/^[ \t]*/, '$&\\') : line;
  });
}

/** The line as it was before it was escaped. */
export function unescapedLine(line: string): string {
  return line.replace(ESCAPED_LINE, '$1');
}

/** The text without what would end the comment. */
export function escapedCloser(text: string): string {
  return text.replace(CLOSER, (_, mark: string, end: string) =>
    end === '>' ? `--${mark}&gt;` : `--${mark}&amp;${end.slice(1)}`,
  );
}

/** The text as it was before `escapedCloser`. */
export function unescapedCloser(text: string): string {
  return text.replace(ESCAPED_CLOSER, (_, mark: string, more: string) =>
    more === '' ? `--${mark}>` : `--${mark}&${more.slice('amp;'.length)}gt;`,
  );
}

/** True if a fence that a line opens may hide what stands below the comment: fences are paired line by line, too. */
function leavesFenceOpen(lines: readonly string[]): boolean {
  const marks = lines.map((line) => fenceMark(line.trimStart())).filter((mark) => mark !== undefined);
  return marks.length % 2 !== 0 || marks.some((mark, at) => mark !== marks[at - (at % 2)]);
}
