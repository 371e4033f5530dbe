/**
 * Fields in a notation that the field parsers do not support: nested keys, JSON, HTML, a name without a colon. Such a
 * field is not reported as missing, and no tool edits it.
 */

import { isComment, walkBlocks } from '../../markdown/markdown';
import { range } from '../../text/text';
import { hasLetterOrDigit } from '../../text/unicode';
import type { Document } from '../document';
import { isReviewComment } from '../reviewMarker';
import type { Field } from './fields';
import { fieldKey } from './fields';

/** A separator before or after a name. */
const BORDER = /[:：=＝|｜·•<>,;"]|[ \t][–—-][ \t]|\*\*|__|&nbsp;/g;
const LONGEST_NAME = 60;
const MAX_LINES = 200;
/** The text between a name and its value, or before a value on the next line. */
const GAP = /^(?:[ \t:：=|*_"–—-]|<\/?[A-Za-z][^<>]*>)+/;

const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** A candidate for the name of a field, and its columns. */
interface NamedField {
  readonly key: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The keys of all candidates for field names in the header. */
export function headerKeys(document: Document): ReadonlySet<string> {
  return new Set(namesIn(document).map(({ key }) => key));
}

/** The first field with one of the given names at the start of a line, outside code and comments; else undefined. */
export function unreadField(document: Document, names: readonly string[]): Field | undefined {
  const keys = new Set(names.map(fieldKey));
  const hidden = hiddenLines(document);
  const named = namesIn(document).find(
    (name) => keys.has(name.key) && !hidden.has(name.line) && opensLine(document, name),
  );
  return named && fieldAt(document, named);
}

function namesIn(document: Document): NamedField[] {
  const [first] = document.sections;
  const end = Math.min(first?.heading.endLine ?? document.lineCount, MAX_LINES);
  const found: NamedField[] = [];
  const said = reviewLines(document);
  for (let line = 0; line < end; line++) {
    if (said.has(line)) continue;
    const inRegion = document.instructions.some((region) => line >= region.start && line < region.end);
    if (!inRegion) found.push(...namesOn(document.lineAt(line)?.text ?? '', line));
  }
  return found;
}

/** The lines of review comments, whose author and date are not the document's. */
function reviewLines({ preamble }: Document): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { kind, content, start, end } of walkBlocks(preamble)) {
    if (kind !== 'html' || !isReviewComment(content)) continue;
    for (let line = start; line < end; line++) lines.add(line);
  }
  return lines;
}

/** The pieces of a line before each separator; the whole line if it has none. */
function namesOn(text: string, line: number): NamedField[] {
  const names: NamedField[] = [];
  let start = 0;
  const add = (end: number): void => {
    const source = text.slice(start, end);
    const key = source.length > LONGEST_NAME ? '' : fieldKey(source);
    if (key !== '') names.push({ key, line, start, end });
  };
  for (const border of text.matchAll(BORDER)) {
    add(border.index);
    start = border.index + border[0].length;
  }
  if (names.length === 0) add(text.length);
  return names;
}

function hiddenLines(document: Document): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const block of walkBlocks(document.preamble)) {
    if (block.kind !== 'code' && !isComment(block)) continue;
    for (let line = block.start; line < block.end; line++) lines.add(line);
  }
  return lines;
}

/** True if only punctuation and tags precede a name: in the middle of a sentence it is not a field. */
function opensLine(document: Document, { line, start }: NamedField): boolean {
  const before = document.lineAt(line)?.text.slice(0, start) ?? '';
  return !hasLetterOrDigit(before.replace(TAG, ''));
}

/** The field with the value after the name, or on the next line with text. */
function fieldAt(document: Document, { line, start, end }: NamedField): Field {
  const text = document.lineAt(line)?.text ?? '';
  const own = valueFrom(text, end);
  const said = reviewLines(document);
  let at = line;
  while (own.value === '' && at + 1 < document.lineCount) {
    at++;
    if (!said.has(at) && document.lineAt(at)?.text.trim() !== '') break;
  }
  const found = at === line ? own : valueFrom(document.lineAt(at)?.text ?? '', 0);
  return {
    name: text.slice(start, end).trim(),
    value: found.value,
    style: 'other',
    line,
    endLine: at + 1,
    lead: '',
    nameRange: range(line, start, line, end),
    valueRange: range(at, found.start, at, found.end),
  };
}

function valueFrom(text: string, from: number): { value: string; start: number; end: number } {
  const start = from + (GAP.exec(text.slice(from))?.[0].length ?? 0);
  const end = Math.max(start, text.trimEnd().length);
  const value = text.slice(start, end).replace(TAG, ' ').trim();
  return { value, start, end };
}
