/** Header fields as lines of Markdown, in the document's own spelling. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { textEnd } from '../document/fieldValue';
import { walkBlocks } from '../markdown/markdown';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import type { Neighbour } from './fieldPlace';

/** Inserts a field on a line of its own beside its neighbour; none beside a table that has its names in the head. */
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

/** The value of a table's cell stands on the line of its name, other values may start on the next. */
function lastNameLine({ style, nameRange, valueRange }: Field): number {
  return style === 'table' ? nameRange.end.line : valueRange.start.line;
}

/** The line behind a field and what hangs on it: the rest of its list item, the rule under a table's head. */
function lineBehind(document: Document, { line, endLine, style }: Field): number {
  if (style === 'table') return isRule(document, endLine) ? endLine + 1 : endLine;
  const item = walkBlocks(document.preamble).find((block) => block.kind === 'item' && block.start === line);
  return Math.max(endLine, item?.end ?? 0);
}

/** A table's rule stays right under its head row, so new rows go below both. */
function rowBefore(document: Document, line: number): number {
  return isRule(document, line + 1) ? line + 2 : line;
}

function isRule(document: Document, line: number): boolean {
  const text = document.lineAt(line)?.text ?? '';
  return /^[ \t|:-]+$/.test(text) && text.includes('|') && text.includes('-');
}

/** What ends the line of a field and breaks it there. */
function lineBreak(document: Document, { endLine, style }: Field): string {
  const text = document.lineAt(endLine - 1)?.text ?? '';
  const tail = text.slice(textEnd(text));
  return style !== 'table' && /\S|[ \t]{2}/.test(tail) ? tail : '';
}

/** The lines of fields for a header of their own: the template's, those of several fields once. */
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

/** The fields that stand on the lines of one. */
function sharing({ fields }: Template, spec: FieldSpec): FieldSpec[] {
  return spec.alone ? [spec] : fields.filter(({ alone, lines }) => !alone && lines[0] === spec.lines[0]);
}

function fieldLine(spec: FieldSpec, like?: Field): string {
  const { name, value, lines, alone } = spec;
  const style = like?.style ?? spec.style;
  const lead = like?.lead ?? spec.lead;
  const [own = ''] = lines;
  const asIs = alone && lines.length === 1 && style === spec.style && lead === spec.lead;
  if (asIs && style !== 'table') return own.slice(0, textEnd(own));
  switch (style) {
    case 'table':
      return lead.includes('|') ? `| ${name} | ${value} |` : `${name} | ${value}`;
    case 'bold':
      return `${lead}**${name}:** ${value}`;
    default:
      return `${lead}${name}: ${value}`;
  }
}

/** The line behind the title: also behind one in HTML, and behind front matter. */
export function titleEnd({ title, preamble, frontMatter }: Document): number {
  if (title) return title.endLine;
  const heading = preamble.find(({ kind, content }) => kind === 'html' && /<h1[\s>]/i.test(content));
  return heading?.end ?? frontMatter?.end ?? 0;
}
