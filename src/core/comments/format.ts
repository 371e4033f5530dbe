/** The text of a comment: header lines, the quote, what was said, and the replies. docs/comments.md specifies it. */

import { shorten } from '../text/shorten';
import type { Remark } from './comment';
import { escapedCloser, escapedLines, tidyText, unescapedCloser, unescapedLine } from './escape';

/** The contents of a comment. */
export interface Contents {
  /** The header lines, in order, also those that mean nothing here. Keys are in lower case. */
  readonly headers: readonly (readonly [key: string, value: string])[];
  readonly quote: string;
  readonly text: string;
  readonly replies: readonly Remark[];
}

/** The keys with a meaning. Only one of them starts a header, so that a text may start with "Note: …". */
const KEYS: readonly string[] = ['id', 'author', 'date', 'state', 'block', 'before', 'copies', 'alike'];
const HEADER = /^[ \t]*([A-Za-z][\w-]*)[ \t]*:(.*)$/;
const REPLY = /^[ \t]*reply[ \t]*:(.*)$/i;
const QUOTED = /^[ \t]*>(.*)$/;
const DATED = /^(?:(.*),)?[ \t]*(\d{4}-\d{2}-\d{2}[^,]*)$/;
/** The length of a quote, in code points. */
const QUOTE_LENGTH = 240;

/** Cuts a text to the length of a quote. */
export function quoteOf(text: string): string {
  return shorten(text, QUOTE_LENGTH);
}

/** The value of a header line; undefined if there is none, or it is empty. */
export function headerOf({ headers }: Contents, key: string): string | undefined {
  return headers.find(([name]) => name === key)?.[1] || undefined;
}

/** The contents with a header line of a value, in its place if it is there. */
export function withHeader(contents: Contents, key: string, value: string): Contents {
  const { headers } = contents;
  const has = headers.some(([name]) => name === key);
  const changed = headers.map((header) => (header[0] === key ? ([key, value] as const) : header));
  return { ...contents, headers: has ? changed : [...headers, [key, value]] };
}

/** Reads what stands between the marker and the end of a comment, without indentation. It never fails. */
export function readContents(inner: string): Contents {
  const [rest = '', ...below] = unescapedCloser(inner.replace(/\r\n?/g, '\n')).split('\n');
  const isShort = rest.trim() !== '';
  const lines = isShort ? [rest.trimStart(), ...below] : below;
  let at = lines.findIndex((line) => line.trim() !== '');
  if (at < 0) at = lines.length;
  const headers = isShort ? [] : headersAt(lines, at);
  at += headers.length;
  const quoted: string[] = [];
  for (; headers.length > 0 && at < lines.length; at++) {
    const words = QUOTED.exec(lines[at] ?? '')?.[1];
    if (words === undefined) break;
    quoted.push(words.trim());
  }
  const [first = [], ...replies] = remarkLines(lines.slice(at));
  return { headers, quote: quoted.join(' ').trim(), text: textOf(first), replies: replies.map(replyOf) };
}

function headersAt(lines: readonly string[], at: number): Contents['headers'][number][] {
  const headers: Contents['headers'][number][] = [];
  for (const line of lines.slice(at)) {
    const [, key = '', value = ''] = HEADER.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === '' || name === 'reply' || (headers.length === 0 && !KEYS.includes(name))) break;
    headers.push([name, value.trim()]);
  }
  return headers;
}

/** The lines of the comment's text, then those of each reply. */
function remarkLines(lines: readonly string[]): string[][] {
  const remarks: string[][] = [[]];
  for (const line of lines) {
    if (REPLY.test(line)) remarks.push([line]);
    else remarks.at(-1)?.push(line);
  }
  return remarks;
}

function replyOf([head = '', ...lines]: readonly string[]): Remark {
  const by = (REPLY.exec(head)?.[1] ?? '').trim();
  const [dated, author = '', date = ''] = DATED.exec(by) ?? [];
  const name = dated === undefined ? by : author.trim();
  return {
    ...(name !== '' && { author: name }),
    ...(dated !== undefined && { date: date.trim() }),
    text: textOf(lines),
  };
}

function textOf(lines: readonly string[]): string {
  return tidyText(lines.map(unescapedLine).join('\n'));
}

/**
 * The lines of a comment. `tight` leaves out blank lines, which would end it in a list item. The first line starts with
 * `<!--`; the others have no indentation.
 */
export function commentLines({ headers, quote, text, replies }: Contents, tight: boolean): string[] {
  const gap = tight ? [] : [''];
  const inner = [
    ...headers.map(([key, value]) => `${key}: ${value}`),
    ...(quote === '' ? [] : [`> ${quote}`]),
    ...(text === '' ? [] : [...gap, ...escapedLines(text, tight)]),
    ...replies.flatMap((reply) => [...gap, replyLine(reply), ...escapedLines(reply.text, tight)]),
  ];
  return ['<!-- design-docs: comment', ...inner.map((line) => escapedCloser(line).trimEnd()), '-->'];
}

function replyLine({ author, date }: Remark): string {
  return `reply: ${[author, date].filter((word) => word !== undefined).join(', ')}`.trimEnd();
}
