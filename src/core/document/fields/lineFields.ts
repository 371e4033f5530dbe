/**
 * Header fields in paragraphs and list items: `**K:** v`, `**K**: v`, `**K: v**`, `K: v`. A line may have several,
 * separated by a bar, a dot, a line break or a bold name. Colons may be full-width, and names may be in any script.
 */

import type { Block } from '../../markdown/markdown';
import { range } from '../../text/text';
import { isPlain } from '../../text/unicode';
import type { Field } from './fields';
import { textEnd, valueBetween } from './fieldValue';

/** The text before a name: markers of quotes, a list marker, a box. */
const LEAD = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
/** An emphasized name, with a colon inside or outside the emphasis. */
const EMPHASISED = /(\*\*|__|\*|_)(?![\s*_])([^*_:：|｜]{1,40}?)[ \t]*(?:[:：]+[ \t]*\1|\1[ \t]*[:：]+)/y;
const STRONG_INSIDE = /(?<=[\s,;/–—-])(?:\*\*|__)(?=[^\s*_])/g;
/** A name with emphasis that also includes the value. */
const ALL_EMPHASISED = /^(\*\*|__|\*|_)(?![\s*_])([^*_:：|｜]{1,40}?)[ \t]*(?::+[ \t]+|：+[ \t]*)(?=\S)/;
const PLAIN = /([^\s:：*_|｜][^:：*|｜]{0,38}?)[ \t]*(?::+[ \t]+|：+[ \t]*)(?=\S)/y;
/** A name whose value is not written yet. */
const EMPTY = /([^\s:：*_|｜][^:：*|｜]{0,38}?)[ \t]*[:：][ \t]*$/y;
const SEPARATOR = /[|·•｜・]|<br[ \t]*\/?>|&(?:nbsp|middot|bull);/gi;
const TAIL = /(?:<br[ \t]*\/?>|&(?:nbsp|middot|bull);|[|·•｜・,;/–—-])$/i;
/** Lines without text of their own: alerts, attribute lists, containers and comments. */
const DECORATION = /^[ \t]*(?:>[ \t]*)*(?:\[![A-Za-z]+\]|\{:.*\}|:::.*|<!--.*-->)[ \t]*$/;
/** Words before a colon that start a remark, not a field. */
const REMARK =
  /^(?:note|tip|hint|warning|important|caution|danger|info|attention|disclaimer|example|e\.g|i\.e|see|todo|fixme|nb|ps|hinweis|achtung|nota|注|注意)$/i;
/** The blank lines that may be between a name and its list. */
const MAX_BLANK = 3;
const MAX_WORDS = 4;
/** The limit for a name in lower case, which may also be the start of a sentence with a colon. */
const MAX_LOWER_WORDS = 2;

/**
 * The fields of a paragraph; empty if its first line is not a field. A plain name without a value may be the start of a
 * text or have a list below it, so it counts only below another field, without a list, or where `mayBeEmpty`.
 */
export function paragraphFields(lines: readonly string[], block: Block, mayBeEmpty = false): Field[] {
  const fields: Field[] = [];
  for (let line = block.start; line < block.end; line++) {
    const text = lines[line] ?? '';
    if (DECORATION.test(text)) continue;
    const isBelow = fields.length > 0 && !(line === block.end - 1 && opensList(lines, block.end));
    const found = lineFields(text, line, mayBeEmpty || isBelow);
    const last = fields.at(-1);
    if (found.length > 0) fields.push(...found);
    else if (last) fields[fields.length - 1] = continued(last, text, line);
    else return [];
  }
  return fields;
}

/** True if the next line with text, from `line` on, is that of a list. */
function opensList(lines: readonly string[], line: number): boolean {
  const next = lines.slice(line, line + MAX_BLANK).find((text) => text.trim() !== '');
  return next !== undefined && /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(next);
}

/** The name of a field and the column at which its value starts. */
interface FieldLabel {
  readonly name: string;
  readonly nameStart: number;
  readonly valueStart: number;
  /** The delimiter that closes emphasis around name and value; empty if there is none. */
  readonly close: string;
  readonly bold: boolean;
}

function lineFields(text: string, line: number, mayBeEmpty: boolean): Field[] {
  const lead = LEAD.exec(text)?.[0] ?? '';
  const end = textEnd(text);
  const starts = partStarts(text, lead.length, end);
  const fields: Field[] = [];
  for (const [index, start] of starts.entries()) {
    const to = index + 1 < starts.length ? partEnd(text, start, starts[index + 1] ?? end) : end;
    const label = labelAt(text, start, to) ?? (mayBeEmpty ? emptyAt(text.slice(0, to), start) : undefined);
    if (!label) return [];
    const {
      value,
      start: from,
      end: last,
      remark,
    } = valueBetween(text, label.valueStart, to - label.close.length);
    fields.push({
      name: label.name,
      value,
      style: label.bold ? 'bold' : 'plain',
      line,
      endLine: line + 1,
      lead,
      nameRange: range(line, label.nameStart, line, label.nameStart + label.name.length),
      valueRange: range(line, from, line, last),
      ...(remark && { remark }),
    });
  }
  return fields;
}

/** The columns at which fields start: after the lead, and at each further name. */
function partStarts(text: string, lead: number, end: number): number[] {
  const starts = new Set([lead]);
  for (const { index } of text.matchAll(STRONG_INSIDE)) {
    if (index > lead && index < end && emphasisedAt(text, index)) starts.add(index);
  }
  for (const separator of text.matchAll(SEPARATOR)) {
    let at = separator.index + separator[0].length;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (separator.index > lead && at < end && opensField(text, at)) starts.add(at);
  }
  return [...starts].sort((a, b) => a - b);
}

function opensField(text: string, at: number): boolean {
  return Boolean(emphasisedAt(text, at) ?? plainAt(text, at)) || ALL_EMPHASISED.test(text.slice(at));
}

/** The end of the field before the next one on its line, without the separator. */
function partEnd(text: string, start: number, next: number): number {
  let rest = text.slice(start, next).trimEnd();
  for (let match = TAIL.exec(rest); match; match = TAIL.exec(rest)) {
    rest = rest.slice(0, match.index).trimEnd();
  }
  return start + rest.length;
}

function labelAt(text: string, start: number, end: number): FieldLabel | undefined {
  return emphasisedAt(text, start) ?? allEmphasised(text, start, end) ?? plainAt(text, start);
}

function emphasisedAt(text: string, start: number): FieldLabel | undefined {
  EMPHASISED.lastIndex = start;
  const match = EMPHASISED.exec(text);
  const [whole = '', mark = '', name = ''] = match ?? [];
  if (!match || isRemark(name)) return undefined;
  return { name, nameStart: start + mark.length, valueStart: start + whole.length, close: '', bold: true };
}

function allEmphasised(text: string, start: number, end: number): FieldLabel | undefined {
  const own = text.slice(start, end);
  const [whole = '', mark = '', name = ''] = ALL_EMPHASISED.exec(own) ?? [];
  const closes = mark !== '' && own.indexOf(mark, whole.length) === own.length - mark.length;
  if (!closes || isRemark(name) || wordsIn(name) > MAX_WORDS) return undefined;
  return { name, nameStart: start + mark.length, valueStart: start + whole.length, close: mark, bold: true };
}

function plainAt(text: string, start: number): FieldLabel | undefined {
  PLAIN.lastIndex = start;
  const [whole, name = ''] = PLAIN.exec(text) ?? [];
  if (whole === undefined || !isPlainName(name)) return undefined;
  return { name, nameStart: start, valueStart: start + whole.length, close: '', bold: false };
}

/** A plain name at the end of a text. */
function emptyAt(text: string, start: number): FieldLabel | undefined {
  EMPTY.lastIndex = start;
  const [whole, name = ''] = EMPTY.exec(text) ?? [];
  if (whole === undefined || !isPlainName(name)) return undefined;
  return {
    name,
    nameStart: start,
    valueStart: start + whole.trimEnd().length,
    close: '',
    bold: false,
  };
}

/** True if a name has the form of one. The slow test for all scripts runs only for names with non-ASCII letters. */
function isPlainName(name: string): boolean {
  const named = isPlain(name)
    ? /^[A-Za-z][A-Za-z0-9 ()/#.&'_-]*$/.test(name)
    : /^\p{L}[\p{L}\p{M}\p{N} ()（）/#№.&'_-]*$/u.test(name);
  const most = /^[a-z]/.test(name) ? MAX_LOWER_WORDS : MAX_WORDS;
  return named && wordsIn(name) <= most && !isRemark(name);
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

function isRemark(name: string): boolean {
  return REMARK.test(name.trim());
}

/** The field with its value continued on another line. */
function continued(field: Field, text: string, line: number): Field {
  const lead = /^[ \t]*(?:>[ \t]*)*/.exec(text)?.[0].length ?? 0;
  const own = valueBetween(text, lead, textEnd(text));
  // The range of a value that was empty so far starts on this line.
  const start = field.value === '' ? { line, character: own.start } : field.valueRange.start;
  return {
    ...field,
    value: `${field.value} ${own.value}`.trim(),
    endLine: line + 1,
    valueRange: { start, end: { line, character: own.end } },
  };
}
