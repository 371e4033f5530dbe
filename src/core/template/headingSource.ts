/** Finds the source text of a heading. */

import type { Document, Heading } from '../document/document';

const ATX = /^ {0,3}#{1,6}(?:[ \t]|$)/;

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** The source text of a heading. */
export interface HeadingSource {
  /** The text, with the line breaks of an underlined heading of several lines. */
  readonly text: string;
  readonly underlined: boolean;
  /** The line on which the text ends, and the columns of the text on that line. */
  readonly lastLine: number;
  readonly from: number;
  readonly to: number;
}

/** True for a line with an ATX heading, that is, with `#` marks. */
export function isAtx(line: string): boolean {
  return ATX.test(line);
}

/** Finds the text of a heading. */
export function headingSource(document: Document, { line, endLine, range }: Heading): HeadingSource {
  const textAt = (at: number): string => document.lineAt(at)?.text ?? '';
  // The last line of a heading in HTML is no underline.
  const underlined = !isAtx(textAt(line)) && UNDERLINE.test(textAt(endLine - 1));
  const lastLine = underlined ? Math.max(line, endLine - 2) : line;
  const from = lastLine === line ? range.start.character : 0;
  const to = underlined ? textAt(lastLine).trimEnd().length : range.end.character;
  let text = textAt(line).slice(range.start.character, lastLine === line ? to : undefined);
  for (let at = line + 1; at <= lastLine; at++)
    text += `\n${at === lastLine ? textAt(at).slice(0, to) : textAt(at)}`;
  return { text, underlined, lastLine, from, to };
}
