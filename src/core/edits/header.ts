/** Edits that write header fields where the template has them, in the document's own spelling. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { findField } from '../document/fields';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { TextEdit } from '../text/text';
import { lineStart } from '../text/text';
import { insertLines } from './insert';

/** A field to write and its value. */
export interface NewField {
  readonly spec: FieldSpec;
  readonly value: string;
}

/** Inserts one field beside its neighbours, or undefined if the document has none of the template's fields. */
export function insertField(document: Document, template: Template, field: NewField): TextEdit | undefined {
  const own = template.fields.indexOf(field.spec);
  const ending = document.ending;
  for (let at = own - 1; at >= 0; at--) {
    const before = presentField(document, template, at, field.spec);
    if (before)
      return {
        range: lineStart(rowAfter(document, before.endLine)),
        newText: fieldLine(field, before) + ending,
      };
  }
  for (let at = own + 1; at < template.fields.length; at++) {
    const after = presentField(document, template, at, field.spec);
    if (after)
      return { range: lineStart(rowBefore(document, after.line)), newText: fieldLine(field, after) + ending };
  }
  return undefined;
}

/** A table's rule stays right under its head row, so new rows go below both. */
function rowAfter(document: Document, line: number): number {
  return isRule(document, line) ? line + 1 : line;
}

function rowBefore(document: Document, line: number): number {
  return isRule(document, line + 1) ? line + 2 : line;
}

function isRule(document: Document, line: number): boolean {
  const text = document.lineAt(line)?.text ?? '';
  return /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/.test(text) && text.includes('|');
}

/** Inserts a whole header: front matter at the top, other fields under the title. */
export function insertHeader(document: Document, fields: readonly NewField[]): TextEdit[] {
  const yaml = fields.filter(({ spec }) => spec.style === 'yaml').map((field) => fieldLine(field));
  const other = fields.filter(({ spec }) => spec.style !== 'yaml').map((field) => fieldLine(field));
  const edits: TextEdit[] = [];
  const ending = document.ending;
  if (yaml.length > 0) {
    const region = document.frontMatter;
    const block = yaml.map((line) => line + ending).join('');
    edits.push(
      region
        ? { range: lineStart(region.end - 1), newText: block }
        : { range: lineStart(0), newText: `---${ending}${block}---${ending}${ending}` },
    );
  }
  if (other.length > 0)
    edits.push(insertLines(document, document.title?.endLine ?? document.frontMatter?.end ?? 0, other));
  return edits;
}

function presentField(
  document: Document,
  template: Template,
  at: number,
  spec: FieldSpec,
): Field | undefined {
  const other = template.fields[at];
  const field = other && findField(document.fields, [other.name]);
  // A line of its own can only stand beside a field that has its line to itself, in the same kind of header.
  return field &&
    (field.style === 'yaml') === (spec.style === 'yaml') &&
    field.endLine < document.lines.length
    ? field
    : undefined;
}

function fieldLine({ spec, value }: NewField, like?: Field): string {
  const lead = like?.lead ?? spec.lead;
  switch (like?.style ?? spec.style) {
    case 'yaml':
      return `${spec.name}: ${value}`;
    case 'table':
      return `| ${spec.name} | ${value} |`;
    case 'bold':
      return `${lead}**${spec.name}:** ${value}`;
    default:
      return `${lead}${spec.name}: ${value}`;
  }
}
