/** The header fields that a template asks for. */

import type { Document } from '../document/document';
import type { Field, FieldStyle } from '../document/fields';
import { fieldKey } from '../document/fields';
import { findTokens } from '../markdown/tokens';
import vocabulary from './vocabulary.json';

export type FieldRole = 'status' | 'author' | 'created' | 'type';

export interface FieldSpec {
  readonly name: string;
  /** The template's own value, quotes taken off. */
  readonly value: string;
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

/** A field that speaks of the template describes the template's own file. */
const WAIVED = /\bif applicable\b|\boptional\b|\belse remove\b|\bif any\b|\btemplate\b/i;
const EXAMPLE_PATH = /^\S*\/\S*\.\w{1,5}$/;
const NUMBER = /^(?:N{3,}|0{3,})$/;
const DATE = /(?:Y{4})[-/.](?:M{2})[-/.](?:D{2})/i;
export const EXAMPLE = /\be\.g\.(?=[\s,)])/i;

/** The fields of a template's header, in order; directives for the template itself are left out. */
export function readFieldSpecs(document: Document): FieldSpec[] {
  const waived = frontMatterWaives(document);
  return document.fields
    .filter((field) => !field.name.startsWith('design-docs-'))
    .map((field) => readFieldSpec(field, waived && field.style === 'yaml'));
}

/** "# These are optional metadata elements." among the YAML keys waives all of them. */
function frontMatterWaives(document: Document): boolean {
  const region = document.frontMatter;
  return (
    region !== undefined &&
    document.lines.slice(region.start, region.end).some((line) => /^#.*\boptional\b/i.test(line.text))
  );
}

function readFieldSpec(field: Field, waived: boolean): FieldSpec {
  const value = field.value.replace(/^(["'])(.*)\1$/, '$2');
  const role = roleOf(field.name);
  return {
    name: field.name,
    value,
    values: allowedValues(value),
    demanded: !waived && !WAIVED.test(value) && !EXAMPLE_PATH.test(value.replace(/^- /, '')),
    date: DATE.test(value),
    number: NUMBER.test(value),
    masked: EXAMPLE.test(value) || findTokens(value).length > 0,
    ...(role && { role }),
    style: field.style,
    lead: field.lead,
  };
}

/** What a field is for, by the names that teams give it; the names are data. */
function roleOf(name: string): FieldRole | undefined {
  const key = fieldKey(name);
  const roles: readonly FieldRole[] = ['status', 'author', 'created', 'type'];
  return roles.find((role) => vocabulary.fields[role].some((known) => fieldKey(known) === key));
}

function allowedValues(value: string): string[] {
  const inner = value.replace(/^[{<[(]|[}>\])]$/g, '');
  const bars = inner.split(/[ \t]*\|[ \t]*/);
  const parts = bars.length > 1 ? bars : inner.split(/[ \t]+\/[ \t]+/);
  const words = parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '…' && part !== '...');
  const short = words.every((word) => word.split(/\s+/).length <= 4);
  return parts.length > 1 && words.length > 1 && short ? words : [];
}
