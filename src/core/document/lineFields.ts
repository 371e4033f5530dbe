/**
 * Fields in paragraphs and list items: `**K:** v`, `**K**: v`, `**K: v**`, `K: v`, several on a line behind a bar, a dot,
 * a line break or a bold name. Colons may be full-width, names in any script.
 */

import type { Block } from '../markdown/markdown';
import { range } from '../text/text';
import { isPlain } from '../text/unicode';
import type { Field } from './fields';
import { textEnd, valueBetween } from './fieldValue';

/** What stands before a name: quote marks, a list marker, a box. */
const LEAD = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?/;
/** Emphasis around a name, and a colon inside or outside of it. */
const EMPHASISED = /(\*\*|__|\*|_)(?![\s*_])([^*_:：|]{1,40}?)[ \t]*(?:[:：]+[ \t]*\1|\1[ \t]*[:：]+)/y;
const STRONG_INSIDE = /(?<=[\s,;/–—-])(?:\*\*|__)(?=[^\s*_])/g;
/** Emphasis around name and value. */
const ALL_EMPHASISED = /^(\*\*|__|\*|_)(?![\s*_])([^*_:：|]{1,40}?)[ \t]*(?::+[ \t]+|：+[ \t]*)(?=\S)/;
const PLAIN = /([^\s:：*_|][^:：*|]{0,38}?)[ \t]*(?::+[ \t]+|：+[ \t]*)(?=\S)/y;
const SEPARATOR = /[|·•]|<br[ \t]*\/?>|&nbsp;/gi;
const TAIL = /(?:[|·•,;/–—-]|<br[ \t]*\/?>|&nbsp;)$/i;
/** Lines that dress what follows: alerts, attributes and containers. */
const DRESS = /^[ \t]*(?:>[ \t]*)*(?:\[![A-Za-z]+\]|\{:.*\}|:::.*|<!--.*-->)[ \t]*$/;
/** Words that open a remark, not a field. */
const REMARK =
  /^(?:note|tip|hint|warning|important|caution|danger|info|attention|disclaimer|example|e\.g|i\.e|see|todo|fixme|nb|ps|hinweis|achtung|nota|注|注意)$/i;
const MOST_WORDS = 4;
/** A name in lower case is shorter: a sentence has a colon, too. */
const MOST_LOWER_WORDS = 2;

/** The fields of a paragraph; none if its first line is none. */
export function paragraphFields(lines: readonly string[], block: Block): Field[] {
  const fields: Field[] = [];
  for (let line = block.start; line < block.end; line++) {
    const text = lines[line] ?? '';
    if (DRESS.test(text)) continue;
    const own = lineFields(text, line);
    const last = fields.at(-1);
    if (own.length > 0) fields.push(...own);
    else if (last) fields[fields.length - 1] = continued(last, text, line);
    else return [];
  }
  return fields;
}

/** A field's name and where its value starts, on a line. */
interface FieldLabel {
  readonly name: string;
  readonly nameStart: number;
  readonly valueStart: number;
  /** What closes the emphasis around name and value. */
  readonly close: string;
  readonly bold: boolean;
}

function lineFields(text: string, line: number): Field[] {
  const lead = LEAD.exec(text)?.[0] ?? '';
  const end = textEnd(text);
  const starts = partStarts(text, lead.length, end);
  const fields: Field[] = [];
  for (const [index, start] of starts.entries()) {
    const to = index + 1 < starts.length ? partEnd(text, start, starts[index + 1] ?? end) : end;
    const label = labelAt(text, start, to);
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

/** Where fields start on a line: behind what stands before all of them, and where another name follows. */
function partStarts(text: string, lead: number, end: number): number[] {
  const starts = new Set([lead]);
  for (const { index } of text.matchAll(STRONG_INSIDE)) {
    if (index > lead && index < end && emphasisedAt(text, index)) starts.add(index);
  }
  for (const separator of text.matchAll(SEPARATOR)) {
    let at = separator.index + separator[0].length;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (separator.index > lead && at < end && (emphasisedAt(text, at) ?? plainAt(text, at))) starts.add(at);
  }
  return [...starts].sort((a, b) => a - b);
}

/** The end of a value that another field follows on its line. */
function partEnd(text: string, start: number, next: number): number {
  let own = text.slice(start, next).trimEnd();
  for (let match = TAIL.exec(own); match; match = TAIL.exec(own)) own = own.slice(0, match.index).trimEnd();
  return start + own.length;
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
  if (!closes || isRemark(name) || wordsIn(name) > MOST_WORDS) return undefined;
  return { name, nameStart: start + mark.length, valueStart: start + whole.length, close: mark, bold: true };
}

function plainAt(text: string, start: number): FieldLabel | undefined {
  PLAIN.lastIndex = start;
  const [whole, name = ''] = PLAIN.exec(text) ?? [];
  if (whole === undefined || !isPlainName(name)) return undefined;
  return { name, nameStart: start, valueStart: start + whole.length, close: '', bold: false };
}

/** The letters of all scripts are looked up only where a name has others than ASCII. */
function isPlainName(name: string): boolean {
  const named = isPlain(name)
    ? /^[A-Za-z][A-Za-z0-9 ()/#.&'_-]*$/.test(name)
    : /^\p{L}[\p{L}\p{M}\p{N} ()（）/#№.&'_-]*$/u.test(name);
  const most = /^[a-z]/.test(name) ? MOST_LOWER_WORDS : MOST_WORDS;
  return named && wordsIn(name) <= most && !isRemark(name);
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

function isRemark(name: string): boolean {
  return REMARK.test(name.trim());
}

/** The field with another line of its value. */
function continued(field: Field, text: string, line: number): Field {
  const lead = /^[ \t]*(?:>[ \t]*)*/.exec(text)?.[0].length ?? 0;
  const own = valueBetween(text, lead, textEnd(text));
  // A value that begins on this line begins where its text does.
  const start = field.value === '' ? { line, character: own.start } : field.valueRange.start;
  return {
    ...field,
    value: `${field.value} ${own.value}`.trim(),
    endLine: line + 1,
    valueRange: { start, end: { line, character: own.end } },
  };
}
