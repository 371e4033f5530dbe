/** A new document from a template: its sections without marks and instructions, its guidance as tab stops. */

import { findTokens } from '../markdown/tokens';
import { titlePrefix } from './select';
import type { SectionSpec, Template } from './template';
import type { FieldSpec } from './templateFields';

export interface NewDocument {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly author?: string;
  /** The document's number as its file name has it, for a field that asks for one. */
  readonly number?: string;
}

/** Text, and the stretches of it that the author is to type over: offsets, in order. */
export interface Scaffold {
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
}

/** A stretch of text, or one to type over. */
type Piece = string | { readonly stop: string };

/** Writes a new document. Line endings are `\n`; the text ends with one. */
export function scaffold(template: Template, values: NewDocument): Scaffold {
  const pieces: Piece[] = [...header(template, values)];
  for (const spec of template.sections) pieces.push(...sectionPieces(spec));
  return join(pieces);
}

function join(pieces: readonly Piece[]): Scaffold {
  const stops = [];
  let text = '';
  for (const piece of pieces) {
    const own = typeof piece === 'string' ? piece : piece.stop;
    if (typeof piece !== 'string') stops.push({ start: text.length, end: text.length + own.length });
    text += own;
  }
  return { text: `${text.trimEnd()}\n`, stops };
}

function header(template: Template, values: NewDocument): Piece[] {
  const yaml = template.fields.filter((field) => field.style === 'yaml');
  const other = template.fields.filter((field) => field.style !== 'yaml');
  const pieces: Piece[] = [];
  if (yaml.length > 0) pieces.push('---\n', ...yaml.flatMap((field) => yamlLine(field, values)), '---\n\n');
  pieces.push(`# ${titleText(template, values.title)}\n\n`);
  if (other.some((field) => field.style === 'table')) pieces.push('| Field | Value |\n| --- | --- |\n');
  for (const field of other) pieces.push(...fieldLine(field, values));
  if (other.length > 0) pieces.push('\n');
  return pieces;
}

/** The title in the template's pattern ("Design: " and the title), its prefix not written twice. */
function titleText(template: Template, title: string): string {
  const prefix = titlePrefix(template);
  return title.toLowerCase().startsWith(prefix.toLowerCase()) ? title : prefix + title;
}

function yamlLine(field: FieldSpec, values: NewDocument): Piece[] {
  const value = fieldValue(field, values);
  const text =
    typeof value === 'string' && /[:#{}[\],&*!|>'"%@`]/.test(value) ? JSON.stringify(value) : value;
  return [`${field.name}: `, text, '\n'];
}

function fieldLine(field: FieldSpec, values: NewDocument): Piece[] {
  const value = fieldValue(field, values);
  if (field.style === 'table') return [`| ${field.name} | `, value, ' |\n'];
  const name = field.style === 'bold' ? `**${field.name}:** ` : `${field.name}: `;
  return [field.lead + name, value, '\n'];
}

/** What a field says in a new document: today, the author, the first allowed value, or the template's own. */
export function fieldValue(field: FieldSpec, values: Omit<NewDocument, 'title'>): Piece {
  if (field.date || field.role === 'created') return values.today;
  if (field.role === 'author' && values.author) return values.author;
  if (field.number && values.number) return values.number;
  if (field.values[0] !== undefined) return field.values[0];
  // A sample author is nobody's name, whether or not it looks like a placeholder.
  return field.masked || field.role === 'author' ? { stop: field.value } : field.value;
}

function sectionPieces(spec: SectionSpec): Piece[] {
  const pieces: Piece[] = [`${'#'.repeat(spec.level)} `, ...tokenStops(spec.title), '\n\n'];
  for (const chunk of chunks(spec.body)) {
    const tokens = findTokens(chunk).length > 0;
    pieces.push(...(tokens ? tokenStops(chunk) : [{ stop: chunk }]), '\n\n');
  }
  for (const child of spec.children) pieces.push(...sectionPieces(child));
  return pieces;
}

/** Runs of lines between blank ones. */
function chunks(lines: readonly string[]): string[] {
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((chunk) => chunk.replace(/^\n+|\n+$/g, ''))
    .filter((chunk) => chunk !== '');
}

function tokenStops(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of findTokens(text)) {
    pieces.push(text.slice(from, start), { stop: text.slice(start, end) });
    from = end;
  }
  return [...pieces, text.slice(from)];
}
