/** Edits that replace the path or the anchor in the address of a link. */

import type { Document } from '../document/document';
import type { Address } from '../document/links/address';
import type { Link } from '../document/links/links';
import type { TextEdit } from '../text/text';

/** An edit of a link's address, and its result. */
export interface AddressEdit {
  readonly edit: TextEdit;
  /** The whole address after the edit, escaped. */
  readonly text: string;
}

/**
 * Characters to escape in a new path or anchor: those that end an address or start other syntax in Markdown, in a table
 * cell or in HTML, and those that are reserved in a URL. An address may start a line, where a run of dashes is a
 * thematic break.
 */
const UNSAFE = /[\s\p{Cc}()<>[\]{}"'`\\|^*#?%:!]|&(?=[A-Za-z#])|^[-=_~+](?=[-=_~+]|$)/gu;
/** The same for an existing address, whose percent signs and separators stay. */
const UNSAFE_KEPT = /[\s\p{Cc}()<>[\]{}"'`\\|^*]/gu;
/** A lone surrogate, which no URL can contain. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Replaces the path or the anchor of a link's address with `name`; undefined if no address can contain the name. */
export function addressEdit(
  document: Document,
  { target, range }: Link,
  { rawPath, rawQuery, rawAnchor }: Address,
  part: 'path' | 'anchor',
  name: string,
): AddressEdit | undefined {
  if (LONE_SURROGATE.test(name)) return undefined;
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

/** A path or an anchor as an address: what ends an address, or means something in one, is percent-encoded. */
export function escapedName(name: string): string {
  return name.replace(UNSAFE, percentEscape);
}

function escapedAddress(address: string): string {
  return address.replace(UNSAFE_KEPT, percentEscape).replace(/&(?=[A-Za-z#])/g, '&amp;');
}

/** Also escapes parentheses and apostrophes, which `encodeURIComponent` keeps, but Markdown and HTML do not. */
function percentEscape(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
