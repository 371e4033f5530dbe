/** The header fields that a template asks for. */

import type { Document } from '../document/document';
import type { Field, FieldStyle } from '../document/fields';
import { fieldKey } from '../document/fields';
import { findTokens } from '../markdown/tokens';
import vocabulary from '../vocabulary/vocabulary.json';

export type FieldRole = 'status' | 'author' | 'created' | 'type';

export interface FieldSpec {
  readonly name: string;
  /** The template's own value, quotes taken off. */
  readonly value: string;
  /** The value is a list. */
  readonly list: boolean;
  /** The lines that the template has it on. */
  readonly lines: readonly string[];
  /** No other field stands on them. */
  readonly alone: boolean;
  /** A blank line stands in front of it. */
  readonly apart: boolean;
  /** The allowed values in the template's order; empty if any will do. */
  readonly values: readonly string[];
  /** A document must have the field. */
  readonly demanded: boolean;
  /** The value is a date in the form of the mask. */
  readonly date: boolean;
  /** The value is the document's number, in the form of a mask. */
  readonly number: boolean;
  /** The value is an example or a placeholder, which a document must replace. */
  readonly masked: boolean;
  readonly role?: FieldRole;
  readonly style: FieldStyle;
  readonly lead: string;
}

/**
 * What says that a field need not be there. One that speaks of the template describes the template's own file.
 */
const WAIVED =
  /\bif (?:applicable|any|needed|necessary|relevant|known|available|appropriate)\b|\boptional\b|\bonly (?:when|if|required|needed|for)\b|\b(?:else|otherwise)\b[^.]{0,40}\b(?:remove|delete|omit|leave out)\b|\blater\b|\bleave (?:this |it )?(?:empty|blank)\b|\btemplate\b/i;
const EXAMPLE_PATH = /^\S*\/\S*\.\w{1,5}$/;
/** `#0000`, `pull/0000`. */
const SAMPLE_NUMBER = /(?<![\d.,:])0{3,}(?![\d.,:])/;
const NUMBER = /^(?:N{3,}|0{3,})$/;
const DATE = /(?:Y{4})[-/.](?:M{2})[-/.](?:D{2})/i;
export const EXAMPLE = /\be\.g\.(?=[\s,)])/i;

/** The fields of a template's header, in order; directives for the template itself are left out. */
export function readFieldSpecs(document: Document): FieldSpec[] {
  const waived = frontMatterWaives(document);
  return document.fields
    .map((field, at, fields) => ({
      field,
      alone: [at - 1, at + 1].every((other) => isApart(field, fields[other])),
    }))
    .filter(({ field }) => !field.name.startsWith('design-docs-'))
    .map(({ field, alone }) => readFieldSpec(document, field, alone, waived && field.style === 'yaml'));
}

/** True for fields that share no line. Only neighbours may. */
function isApart(field: Field, other: Field | undefined): boolean {
  return !other || other.line >= field.endLine || field.line >= other.endLine;
}

/** "# These are optional metadata elements." among the YAML keys waives all of them. */
function frontMatterWaives(document: Document): boolean {
  const region = document.frontMatter;
  return (
    region !== undefined &&
    document.lines.slice(region.start, region.end).some((line) => /^#.*\boptional\b/i.test(line.text))
  );
}

function readFieldSpec(document: Document, field: Field, alone: boolean, waived: boolean): FieldSpec {
  const { name, value, remark = '', items, style, lead, line, endLine } = field;
  const role = roleOf(name);
  const text = `${value} ${remark}`;
  // What the template leaves empty may be empty, and may be left out.
  const empty = text.trim() === '';
  return {
    name,
    value,
    list: items !== undefined,
    lines: document.lines.slice(line, endLine).map((own) => own.text.trimEnd()),
    alone,
    apart: line > 0 && document.lineAt(line - 1)?.text.trim() === '',
    values: items ? [] : allowedValues(value),
    demanded: !waived && !empty && !WAIVED.test(text) && !isExamplePath(field),
    date: DATE.test(text),
    number: NUMBER.test(value),
    masked: value === '' ? !empty : isSample(value) || DATE.test(value) || role === 'author',
    ...(role && { role }),
    style,
    lead,
  };
}

/** True for an example, a placeholder, or a number that is none. */
function isSample(value: string): boolean {
  return EXAMPLE.test(value) || findTokens(value).length > 0 || SAMPLE_NUMBER.test(value);
}

/** True for the path of a file that stands for one of the author's, or a list of such. */
function isExamplePath({ value, items }: Field): boolean {
  const paths = items?.map((item) => item.value) ?? value.split(/,[ \t]*/);
  return paths.length > 0 && paths.every((path) => EXAMPLE_PATH.test(path));
}

/** What a field is for, by the names that teams give it; the names are data. */
function roleOf(name: string): FieldRole | undefined {
  const key = fieldKey(name);
  const roles: readonly FieldRole[] = ['status', 'author', 'created', 'type'];
  return roles.find((role) => vocabulary.fields[role].some((known) => fieldKey(known) === key));
}

/** The values that `a | b` or `a / b` lists, in order; empty if it is no list of short words. */
export function allowedValues(value: string): string[] {
  const inner = value.replace(/^[{<[(]|[}>\])]$/g, '');
  const bars = inner.split('|');
  const parts = bars.length > 1 ? bars : inner.split(/[ \t]\/[ \t]/);
  const words = parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '…' && part !== '...');
  const short = words.every((word) => word.split(/\s+/).length <= 4);
  return parts.length > 1 && words.length > 1 && short ? words : [];
}
