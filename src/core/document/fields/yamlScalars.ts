/** Parses YAML scalars. */

import type { Position, Range } from '../../text/text';

/** The value of a scalar on one line, without quotes and escapes. */
export interface YamlScalar {
  readonly value: string;
  /** Its range, including quotes. */
  readonly valueRange: Range;
}

/** An anchor or a tag before a value. */
const PROPERTY = /^[&!][^\s,[\]{}]*(?:[ \t]+|$)/;
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|(.))/g;
/** Escapes of white space and control characters. They become a blank, because a value is one line. */
const UNSEEN = /^[abefnrtv0NLP_]$/;
const REST = /^[ \t]*(?:#.*)?$/;

/** True if the rest of the line from a position on is blank or a comment. */
export function endsLine(lines: readonly string[], { line, character }: Position): boolean {
  return REST.test((lines[line] ?? '').slice(character));
}

/** The column at which a value starts: after blanks, anchors and tags. */
export function skipProperties(text: string, column: number): number {
  let at = column;
  while (text[at] === ' ' || text[at] === '\t') at++;
  for (let match = PROPERTY.exec(text.slice(at)); match; match = PROPERTY.exec(text.slice(at))) {
    at += match[0].length;
  }
  return at;
}

/** The quoted scalar at `start`, on lines before `endLine`; undefined if it has no quotes or more text follows. */
export function quotedScalar(
  lines: readonly string[],
  start: Position,
  endLine: number,
): YamlScalar | undefined {
  const end = closingQuote(lines, start, endLine);
  if (!end || !endsLine(lines, end)) return undefined;
  return { value: unquoted(textBetween(lines, start, end)), valueRange: { start, end } };
}

/** The value of a scalar on one line, with or without quotes. */
export function unquoted(source: string): string {
  const quote = source[0];
  if (source.length < 2 || (quote !== '"' && quote !== "'") || !source.endsWith(quote)) return source;
  const inner = source.slice(1, -1);
  return (quote === "'" ? inner.replaceAll("''", "'") : inner.replace(ESCAPE, unescaped)).trim();
}

function unescaped(_: string, byte?: string, unit?: string, char = ''): string {
  const code = byte ?? unit;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return UNSEEN.test(char) ? ' ' : char;
}

/** The position after the closing quote of a scalar; undefined if it is not quoted or not closed before `endLine`. */
export function closingQuote(
  lines: readonly string[],
  start: Position,
  endLine: number,
): Position | undefined {
  const quote = (lines[start.line] ?? '')[start.character];
  if (quote !== '"' && quote !== "'") return undefined;
  for (let line = start.line; line < endLine; line++) {
    const text = lines[line] ?? '';
    for (let at = line === start.line ? start.character + 1 : 0; at < text.length; at++) {
      const doubled = text[at] === quote && quote === "'" && text[at + 1] === quote;
      if (doubled || (text[at] === '\\' && quote === '"')) at++;
      else if (text[at] === quote) return { line, character: at + 1 };
    }
  }
  return undefined;
}

/** The plain scalar at `start`: its lines before `endLine` folded into one, without comments. */
export function plainScalar(lines: readonly string[], start: Position, endLine: number): YamlScalar {
  return folded(lines, start, endLine, /^[ \t]*#|[ \t]#/);
}

/** The literal or folded scalar on the lines from `from` to `endLine` (exclusive), folded into one line. */
export function blockScalar(lines: readonly string[], from: number, endLine: number): YamlScalar {
  const first = lines.slice(from, endLine).findIndex((text) => text.trim() !== '');
  if (first < 0) {
    const end = { line: from - 1, character: (lines[from - 1] ?? '').length };
    return { value: '', valueRange: { start: end, end } };
  }
  const text = lines[from + first] ?? '';
  return folded(lines, { line: from + first, character: text.length - text.trimStart().length }, endLine);
}

function folded(lines: readonly string[], start: Position, endLine: number, comment?: RegExp): YamlScalar {
  const parts: string[] = [];
  let end = start;
  for (let line = start.line; line < endLine; line++) {
    const from = line === start.line ? start.character : 0;
    const text = (lines[line] ?? '').slice(from);
    const cut = comment ? text.search(comment) : -1;
    const part = cut < 0 ? text : text.slice(0, cut);
    if (part.trim() === '') continue;
    parts.push(part.trim());
    end = { line, character: from + part.trimEnd().length };
  }
  return { value: parts.join(' '), valueRange: { start, end } };
}

/** The text between two positions, with its lines folded into one. */
export function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const own = lines.slice(start.line, end.line + 1);
  own[own.length - 1] = (own.at(-1) ?? '').slice(0, end.character);
  own[0] = (own[0] ?? '').slice(start.character);
  return own
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ');
}
