/** Header fields as lines of Markdown, in the document's own style. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { textEnd } from '../document/fields/fieldValue';
import { walkBlocks } from '../markdown/markdown';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import type { Neighbour } from './fieldPlace';

/**
 * Inserts a field on a line of its own beside its neighbour. No edits if the neighbour is in a table whose header row
 * has the names.
 */
export function lineBeside(
  document: Document,
  spec: FieldSpec,
  { field, spec: other, behind }: Neighbour,
): TextEdit[] {
  if (field.style === 'other' || field.valueRange.start.line > lastNameLine(field)) return [];
  const { ending } = document;
  const line = behind ? lineBehind(document, field) : rowBefore(document, field.line);
  const text = fieldLine(spec, field) + lineBreak(document, field);
  const apart = field.style !== 'table' && !/[-*+.)]/.test(field.lead) && (behind ? spec : other).apart;
  if (line >= document.lineCount) {
    const last = document.lineCount - 1;
    const width = document.lineAt(last)?.text.length ?? 0;
    return [{ range: range(last, width, last, width), newText: ending + (apart ? ending : '') + text }];
  }
  const blank = apart && (document.lineAt(behind ? line : line - 1)?.text.trim() ?? '') === '';
  const newText = blank ? (behind ? ending + text + ending : text + ending + ending) : text + ending;
  return [{ range: lineStart(line), newText }];
}

/** The last line on which a value may start: a table has name and value on one line, other styles need not. */
function lastNameLine({ style, nameRange, valueRange }: Field): number {
  return style === 'table' ? nameRange.end.line : valueRange.start.line;
}

/** The line behind a field, the rest of its list item, and the delimiter row if the field is a table's header row. */
function lineBehind(document: Document, { line, endLine, style }: Field): number {
  if (style === 'table') return isDelimiterRow(document, endLine) ? endLine + 1 : endLine;
  const item = walkBlocks(document.preamble).find((block) => block.kind === 'item' && block.start === line);
  return Math.max(endLine, item?.end ?? 0);
}

/** A table's delimiter row stays right under the header row, so a new row goes below both. */
function rowBefore(document: Document, line: number): number {
  return isDelimiterRow(document, line + 1) ? line + 2 : line;
}

function isDelimiterRow(document: Document, line: number): boolean {
  const text = document.lineAt(line)?.text ?? '';
  return /^[ \t|:-]+$/.test(text) && text.includes('|') && text.includes('-');
}

/** The hard line break at the end of a field's line; empty if there is none. */
function lineBreak(document: Document, { endLine, style }: Field): string {
  const text = document.lineAt(endLine - 1)?.text ?? '';
  const tail = text.slice(textEnd(text));
  return style !== 'table' && /\S|[ \t]{2}/.test(tail) ? tail : '';
}

/** The lines of a new header with these fields, from the template; a line that several fields share comes once. */
export function headerLines(template: Template, specs: readonly FieldSpec[]): string[] {
  const lines: string[] = [];
  const rows = specs.some(({ style }) => style === 'table');
  if (rows) lines.push('| Field | Value |', '| --- | --- |');
  for (const spec of specs) {
    const together = sharing(template, spec).every((other) => specs.includes(other));
    if (spec.alone || !together) lines.push(fieldLine(spec));
    else if (sharing(template, spec)[0] === spec) lines.push(...spec.lines);
    const next = specs[specs.indexOf(spec) + 1];
    if (next?.apart && next.style !== 'table') lines.push('');
  }
  return lines;
}

/** The fields that share their lines with `spec`, which is one of them. */
function sharing({ fields }: Template, spec: FieldSpec): FieldSpec[] {
  return spec.alone ? [spec] : fields.filter(({ alone, lines }) => !alone && lines[0] === spec.lines[0]);
}

function fieldLine(spec: FieldSpec, like?: Field): string {
  const { name, value, lines, alone } = spec;
  const style = like?.style ?? spec.style;
  const lead = like?.lead ?? spec.lead;
  const [source = ''] = lines;
  const asIs = alone && lines.length === 1 && style === spec.style && lead === spec.lead;
  if (asIs && style !== 'table') return source.slice(0, textEnd(source));
  switch (style) {
    case 'table':
      return lead.includes('|') ? `| ${name} | ${value} |` : `${name} | ${value}`;
    case 'bold':
      return `${lead}**${name}:** ${value}`;
    default:
      return `${lead}${name}: ${value}`;
  }
}

/** The line behind the title, which may be HTML; without a title, the line behind front matter, or 0. */
export function titleEnd({ title, preamble, frontMatter }: Document): number {
  if (title) return title.endLine;
  const heading = preamble.find(({ kind, content }) => kind === 'html' && /<h1[\s>]/i.test(content));
  return heading?.end ?? frontMatter?.end ?? 0;
}
