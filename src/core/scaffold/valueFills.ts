/** The parts of a header field's value that a new document replaces. */

import { DATE_MASK, dateInMask, dateMaskIn } from '../markdown/dateMasks';
import type { FieldSpec } from '../template/templateFields';
import { nameWords } from '../text/names';
import words from '../vocabulary/newDocument.json';
import type { Fill } from './draft';
import type { DocumentValues } from './fieldValue';
import { knownValue } from './fieldValue';
import { tokenFills } from './knownTokens';
import { numberFills } from './numbers';

const MASKS = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${DATE_MASK})(?![\p{L}\p{N}])`, 'gu');
/** The label of another field on the same line. */
const LABEL = /(?:\*\*|__)[^*_\n]{1,40}(?:\*\*|__)/;
const LINK_TO_FILE = /\]\(([^()\s/:#]*(?:N{3,}|X{3,}|0{3,})[^()\s/:#]*\.[a-z]+)\)/i;

/** A placeholder in brackets: `[TT.MM.JJJJ]`. */
const IN_BRACKETS = /^[[<{]+([^[\]<>{}]+)[\]>}]+$/;

/** The fills of a value, with offsets from its start. The text around a placeholder stays if possible. */
export function valueFills(spec: FieldSpec, value: string, values: DocumentValues): Fill[] {
  if (value === '') return [];
  if (spec.role === 'title') return [{ start: 0, end: value.length, text: values.title }];
  if (LABEL.test(value)) return [...tokenFills(value, values), ...dateFills(value, values)];
  const parts = partFills(spec, value, values);
  if (parts.length > 0) return parts;
  const text = knownValue(spec, values);
  if (text === undefined) return [];
  // A status starts with the first of its allowed values; for any other field the first value is a guess.
  return [{ start: 0, end: value.length, text, guess: text === spec.values[0] && spec.role !== 'status' }];
}

/** The fills of the placeholders in a value; empty if the whole value should be replaced. */
function partFills(spec: FieldSpec, value: string, values: DocumentValues): Fill[] {
  const inner = IN_BRACKETS.exec(value)?.[1]?.trim();
  // The brackets of a mask go with it.
  if (inner !== undefined && dateMaskIn(inner) === inner) return [];
  const [date] = dateFills(value, values);
  if (date && /^["'`*_]*$/.test(value.slice(0, date.start))) return [date];
  const tokens = tokenFills(value, values);
  const isToken = tokens.length === 1 && tokens[0]?.start === 0 && tokens[0].end === value.length;
  if (isToken || spec.values.length === 0) return tokens.length > 0 ? tokens : ownNumber(spec, value, values);
  return [];
}

/** The fills of the date masks in a text, with today's date. */
function dateFills(text: string, { today }: DocumentValues): Fill[] {
  return [...text.matchAll(MASKS)].map(({ 0: mask, index }) => ({
    start: index,
    end: index + mask.length,
    text: dateInMask(mask, today),
  }));
}

/** The fill of the document's own number, and of its file name if the number is a link to the file. */
function ownNumber({ name, role }: FieldSpec, value: string, { number, fileName }: DocumentValues): Fill[] {
  if (number === undefined || role !== undefined || value.includes('://') || namesAnother(name)) return [];
  const link = LINK_TO_FILE.exec(value);
  const [own] = numberFills(value, number).filter(({ end }) => !link || end <= link.index);
  // A number after other words is not the document's own.
  if (!own || nameWords(value.slice(0, own.start)).length > 1) return [];
  if (link?.[1] === undefined || fileName === undefined) return [own];
  const start = link.index + ']('.length;
  return [own, { start, end: start + link[1].length, text: fileName }];
}

/** True if a field with this name contains the number of something else: "Issue", "RFC PR", "Supersedes". */
function namesAnother(name: string): boolean {
  return nameWords(name).some((word) => words.otherNumbers.includes(word));
}
