/** Scalars of YAML: what they say without quotes and escapes, and where they stand. */

import type { Position, Range } from '../text/text';

export interface YamlScalar {
  readonly value: string;
  /** Its place, quotes included. */
  readonly valueRange: Range;
}

/** An anchor or a tag, which is no part of what a value says. */
const PROPERTY = /^[&!][^\s,[\]{}]*(?:[ \t]+|$)/;
const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|(.))/g;
/** What stands for a sign that is not seen is a blank, for a value is one line. */
const UNSEEN = /^[abefnrtv0NLP_]$/;
const REST = /^[ \t]*(?:#.*)?$/;

/** True if nothing but a comment stands from a place to the end of its line. */
export function endsLine(lines: readonly string[], { line, character }: Position): boolean {
  return REST.test((lines[line] ?? '').slice(character));
}

/** The column where a value starts: behind blanks, an anchor and a tag. */
export function skipProperties(text: string, column: number): number {
  let at = column;
  while (text[at] === ' ' || text[at] === '\t') at++;
  for (let match = PROPERTY.exec(text.slice(at)); match; match = PROPERTY.exec(text.slice(at))) {
    at += match[0].length;
  }
  return at;
}

/** A scalar in quotes that nothing but a comment follows. */
export function quotedScalar(
  lines: readonly string[],
  start: Position,
  endLine: number,
): YamlScalar | undefined {
  const end = closingQuote(lines, start, endLine);
  if (!end || !endsLine(lines, end)) return undefined;
  return { value: unquoted(textBetween(lines, start, end)), valueRange: { start, end } };
}

/** What a scalar says that is in quotes or not. */
export function unquoted(source: string): string {
  const quote = source[0];
  if (source.length < 2 || (quote !== '"' && quote !== "'") || !source.endsWith(quote)) return source;
  const inner = source.slice(1, -1);
  return (quote === "'" ? inner.replaceAll("''", "'") : inner.replace(ESCAPE, unescaped)).trim();
}

function unescaped(_: string, byte?: string, unit?: string, sign = ''): string {
  const code = byte ?? unit;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return UNSEEN.test(sign) ? ' ' : sign;
}

/** The place behind the quote that closes a scalar; undefined if no quote opens it or none closes it. */
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

/** Lines folded into one, without comments. */
export function plainScalar(lines: readonly string[], start: Position, endLine: number): YamlScalar {
  return folded(lines, start, endLine, /^[ \t]*#|[ \t]#/);
}

/** The lines of a literal or folded scalar, all of which are text. */
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
  const own: string[] = [];
  let end = start;
  for (let line = start.line; line < endLine; line++) {
    const from = line === start.line ? start.character : 0;
    const text = (lines[line] ?? '').slice(from);
    const cut = comment ? text.search(comment) : -1;
    const part = cut < 0 ? text : text.slice(0, cut);
    if (part.trim() === '') continue;
    own.push(part.trim());
    end = { line, character: from + part.trimEnd().length };
  }
  return { value: own.join(' '), valueRange: { start, end } };
}

/** The text between two places, its lines folded into one. */
export function textBetween(lines: readonly string[], start: Position, end: Position): string {
  const own = lines.slice(start.line, end.line + 1);
  own[own.length - 1] = (own.at(-1) ?? '').slice(0, end.character);
  own[0] = (own[0] ?? '').slice(start.character);
  return own
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ');
}
