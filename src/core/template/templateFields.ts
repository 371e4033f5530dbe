/** The header fields of a template, read as a schema. */

import type { Document } from '../document/document';
import type { Field, FieldStyle } from '../document/fields/fields';
import { fieldKey } from '../document/fields/fields';
import { hasDateMask } from '../markdown/dateMasks';
import { findTokens } from '../markdown/tokens';
import { narrow } from '../text/unicode';
import vocabulary from '../vocabulary/vocabulary.json';
import { isExamplePath, isLeftEmpty, isWaived, waivingLine } from './fieldDemands';
import type { ExpectedValue } from './provenance';
import { expectedIn, valueDirectives } from './provenance';

/** The meaning of a field that the product knows. */
export type FieldRole = 'status' | 'author' | 'created' | 'type' | 'title';

/** What a template specifies for a header field. */
export interface FieldSpec {
  readonly name: string;
  /** The template's value, without quotes. */
  readonly value: string;
  /** The value is a list. */
  readonly list: boolean;
  /** The field's lines in the template. */
  readonly lines: readonly string[];
  /** The field shares its lines with no other field. */
  readonly alone: boolean;
  /** The line before the field is blank. */
  readonly apart: boolean;
  /** The allowed values in the template's order; empty if any value is allowed. */
  readonly values: readonly string[];
  /** Every document must have the field. */
  readonly demanded: boolean;
  /** The value contains a date mask. */
  readonly date: boolean;
  /** The value is a mask for the document's number. */
  readonly number: boolean;
  /** The value is an example or a placeholder, which a document must replace. */
  readonly masked: boolean;
  readonly role?: FieldRole;
  /** What the value must be; undefined if the template does not say. */
  readonly expects?: ExpectedValue;
  readonly style: FieldStyle;
  readonly lead: string;
}

/** A number of zeros that stands for a real one: `#0000`, `pull/0000`. */
const SAMPLE_NUMBER = /(?<![\d.,:])0{3,}(?![\d.,:])/;
/** A value in parentheses or in italics as a whole, and words in it that ask the author to replace it. */
const REMARK = /^(?:[(（][^()（）]*[)）]|_[^_]+_|\*[^*]+\*)$/;
const REQUEST = /\b(?:enter|fill|insert|replace|your?)\b/i;
const NUMBER = /^(?:N{3,}|0{3,})$/;
/** Matches text that gives an example. */
export const EXAMPLE = /\be\.g\.(?=[\s,)])/i;

/** The fields of a template's header, in order, without directives for the template itself. */
export function readFieldSpecs(document: Document): FieldSpec[] {
  const waiving = waivingLine(document);
  const expectations = valueDirectives(document);
  return document.fields
    .map((field, at, fields) => ({
      field,
      alone: [at - 1, at + 1].every((other) => isApart(field, fields[other])),
    }))
    .filter(({ field }) => !field.name.startsWith('design-docs-'))
    .map(({ field, alone }) => {
      const spec = readFieldSpec(document, field, alone, field.style === 'yaml' && field.line > waiving);
      const expects =
        expectations.get(fieldKey(field.name)) ?? expectedIn(`${field.value} ${field.remark ?? ''}`.trim());
      return expects ? { ...spec, expects } : spec;
    });
}

/** What a template specifies for a field; undefined if it lists none of that name. */
export function specOfField(specs: readonly FieldSpec[], { name }: Field): FieldSpec | undefined {
  return specs.find((spec) => fieldKey(spec.name) === fieldKey(name));
}

/** True for fields that share no line. Only adjacent fields can share one. */
function isApart(field: Field, other: Field | undefined): boolean {
  return !other || other.line >= field.endLine || field.line >= other.endLine;
}

function readFieldSpec(document: Document, field: Field, alone: boolean, waived: boolean): FieldSpec {
  const { name, value, remark = '', items, style, lead, line, endLine } = field;
  const role = roleOf(name);
  const text = `${value} ${remark}`;
  // A field that is empty in the template is optional, and its value, too.
  const empty = isLeftEmpty(field);
  const isOptional = waived || isWaived(document, field);
  return {
    name,
    value,
    list: items !== undefined,
    lines: document.lines.slice(line, endLine).map((source) => source.text.trimEnd()),
    alone,
    apart: line > 0 && document.lineAt(line - 1)?.text.trim() === '',
    values: items ? [] : allowedValues(value),
    demanded: !empty && !isOptional && !isExamplePath(field),
    date: hasDateMask(text),
    number: NUMBER.test(value),
    masked:
      value === ''
        ? !empty
        : isSample(items && items.length > 1 ? items.map((item) => item.value).join('\n') : value) ||
          (isRequest(value) && !isOptional) ||
          role === 'author' ||
          role === 'title',
    ...(role && { role }),
    style,
    lead,
  };
}

/** True for an example, a placeholder, the mask of a date, or a number of zeros. */
function isSample(value: string): boolean {
  return (
    EXAMPLE.test(value) || findTokens(value).length > 0 || hasDateMask(value) || SAMPLE_NUMBER.test(value)
  );
}

/** True for a value that is a request to the author, such as "(your name)". */
function isRequest(value: string): boolean {
  return REMARK.test(value) && REQUEST.test(value);
}

const ROLES: readonly FieldRole[] = ['status', 'author', 'created', 'type', 'title'];
/** The roles by the keys of the names in the vocabulary. */
const ROLE_OF = new Map(
  ROLES.flatMap((role) => vocabulary.fields[role].map((name) => [fieldKey(name), role] as const)),
);

/** The role of a field by its name; undefined if the product does not know it. */
export function roleOf(name: string): FieldRole | undefined {
  return ROLE_OF.get(fieldKey(name));
}

/**
 * The values of a list such as `a | b` or `a / b`, in order; empty if the text is not a list of short values. In a table, a
 * bar is written as `\|`.
 */
export function allowedValues(value: string): string[] {
  const inner = narrow(value).replace(/^["'`]?[{<[(]|[}>\])]["'`]?$/g, '');
  const bars = inner.split(/\\?\|/);
  const parts = bars.length > 1 ? bars : inner.split(/[ \t]\/[ \t]/);
  const words = parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '…' && part !== '...');
  const short = words.every((word) => word.split(/\s+/).length <= 4);
  return parts.length > 1 && words.length > 1 && short ? words : [];
}
