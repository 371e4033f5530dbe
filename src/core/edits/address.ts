/** Writing another path or anchor into the address of a link. */

import type { Address } from '../document/address';
import type { Document } from '../document/document';
import type { Link } from '../document/links';
import type { TextEdit } from '../text/text';

export interface AddressEdit {
  readonly edit: TextEdit;
  /** The whole address as it will be written. */
  readonly text: string;
}

/**
 * What would end an address or be read as something else, in Markdown, in a cell of a table or in HTML, or what has a
 * meaning of its own in a URL. An address may start a line, where a run of dashes is a rule.
 */
const UNSAFE = /[\s\p{Cc}()<>[\]{}"'`\\|^*#?%:!]|&(?=[A-Za-z#])|^[-=_~+](?=[-=_~+]|$)/gu;
/** The same for what is an address already, whose percent signs and separators mean what they mean. */
const UNSAFE_KEPT = /[\s\p{Cc}()<>[\]{}"'`\\|^*]/gu;
/** Half of a character that UTF-16 writes in two units, which no URL can have. */
const LONE = /\p{Cs}/u;

/** The edit that writes a name in place of an address's path or anchor; undefined if no address can have it. */
export function addressEdit(
  document: Document,
  { target, range }: Link,
  { rawPath, rawQuery, rawAnchor }: Address,
  part: 'path' | 'anchor',
  name: string,
): AddressEdit | undefined {
  if (LONE.test(name)) return undefined;
  const { line, character } = range.start;
  const written = document.lineAt(line)?.text.slice(character, range.end.character) ?? '';
  const escaped = escapedName(name);
  const hash = target.length > rawPath.length + rawQuery.length ? '#' : '';
  const rest = part === 'path' ? rawQuery + hash + rawAnchor : rawPath + rawQuery;
  if (written === target && !/[()&\\]/.test(rest)) {
    const start = part === 'path' ? 0 : target.length - rawAnchor.length;
    const end = part === 'path' ? rawPath.length : target.length;
    return {
      edit: { range: columns(line, character + start, character + end), newText: escaped },
      text: target.slice(0, start) + escaped + target.slice(end),
    };
  }
  const text =
    part === 'path'
      ? escaped + escapedAddress(rawQuery + hash + rawAnchor)
      : escapedAddress(rawPath + rawQuery + hash) + escaped;
  return { edit: { range, newText: text }, text };
}

function columns(line: number, start: number, end: number): TextEdit['range'] {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** A name as it can stand in an address. */
function escapedName(name: string): string {
  return name.replace(UNSAFE, percentEscape);
}

function escapedAddress(address: string): string {
  return address.replace(UNSAFE_KEPT, percentEscape).replace(/&(?=[A-Za-z#])/g, '&amp;');
}

/** Parentheses and apostrophes mean something to Markdown and HTML, and nothing to `encodeURIComponent`. */
function percentEscape(sign: string): string {
  const own = encodeURIComponent(sign);
  return own === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : own;
}
