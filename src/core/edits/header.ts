/**
 * Edits that write header fields. Front matter is changed only where the result is proved to say nothing else; a header
 * that is not understood is never changed. Few answers need this file, and bundles load it late.
 */

import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { sameTomlBut, tomlLine } from '../document/toml';
import { stateWords } from '../template/stage';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { TextEdit } from '../text/text';
import { applyEdits, lineStart, range } from '../text/text';
import { headerOf, mayWrite, neighbourOf } from './fieldPlace';
import { headerLines, lineBeside, titleEnd } from './headerText';
import { insertLines } from './insert';
import { fillYaml, insertYaml, isYaml, keepsYaml, yamlLine } from './yaml';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A string or a date of TOML on one line. */
const TOML_SCALAR = /^(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*'|\d{4}-\d{2}-\d{2})$/;

/** Inserts one field as the template has it beside its neighbour; none where that would say something else, too. */
export function insertField(document: Document, template: Template, spec: FieldSpec): TextEdit[] {
  const neighbour = neighbourOf(document, template, spec);
  if (!neighbour || document.header === 'unknown') return [];
  const { field, behind } = neighbour;
  const kind = headerOf(field.style);
  if (kind === 'text') return lineBeside(document, spec, neighbour);
  const edit = insertInMatter(document, behind ? field.endLine : field.line, [spec]);
  return edit ? [edit] : insertAtEnd(document, [spec]);
}

/** Inserts fields of which no neighbour is there: front matter at the top, other fields under the title. */
export function insertHeader(
  document: Document,
  template: Template,
  specs: readonly FieldSpec[],
): TextEdit[] {
  if (document.header === 'unknown') return [];
  const matter = specs.filter(({ style }) => headerOf(style) !== 'text');
  const text = specs.filter(({ style }) => headerOf(style) === 'text');
  const edits: TextEdit[] = [];
  if (matter.length > 0) {
    edits.push(...(document.frontMatter ? insertAtEnd(document, matter) : newMatter(document, matter)));
  }
  if (text.length > 0) edits.push(insertLines(document, titleEnd(document), headerLines(template, text)));
  return edits;
}

function insertAtEnd(document: Document, specs: readonly FieldSpec[]): TextEdit[] {
  const edit = document.frontMatter && insertInMatter(document, document.frontMatter.end - 1, specs);
  return edit ? [edit] : [];
}

function insertInMatter(document: Document, line: number, specs: readonly FieldSpec[]): TextEdit | undefined {
  const keys = specs.map(({ name }) => name);
  if (document.header === 'yaml') return insertYaml(document, line, specs.flatMap(yamlLines), keys);
  const lines = specs.filter(({ list }) => !list).map(({ name, value }) => tomlLine(name, value));
  const newText = lines.map((text) => text + document.ending).join('');
  const edit = { range: lineStart(line), newText };
  const safe = specs.length === 1 && lines.length === 1 && keepsToml(document, edit, keys[0] ?? '');
  return safe ? edit : undefined;
}

function yamlLines({ style, lines, name, value }: FieldSpec): readonly string[] {
  return style === 'yaml' ? lines : [yamlLine(name, value)];
}

/** Front matter for a document that has none, in the language of the template's. */
function newMatter(document: Document, specs: readonly FieldSpec[]): TextEdit[] {
  const { ending } = document;
  const toml = specs.every(({ style }) => style === 'toml');
  const lines = specs.flatMap((spec) => (toml ? spec.lines : yamlLines(spec)));
  const keys = specs.map(({ name }) => name);
  if (toml ? !sameTomlBut('', lines.join('\n'), lines.join('\n')) : !isYaml(lines, keys)) return [];
  const fence = toml ? '+++' : '---';
  const newText = [fence, ...lines, fence, '', ''].join(ending);
  return [{ range: lineStart(0), newText }];
}

/** Writes a value in the place of an empty or masked one. */
export function fillField(
  document: Document,
  field: Field,
  spec: FieldSpec,
  fill: { readonly value: string; readonly item?: number },
): TextEdit[] {
  if (!mayWrite(document, field)) return [];
  if (field.style === 'toml') return fillToml(document, field, fill.value);
  if (field.style !== 'yaml') return [fillLine(document, field, fill.value)];
  const indent = spec.list ? /^[ \t]*/.exec(spec.lines[1] ?? '  ')?.[0] : undefined;
  const edit = fillYaml(document, field, { ...fill, indent });
  return edit ? [edit] : [];
}

function fillToml(document: Document, field: Field, value: string): TextEdit[] {
  const source = sourceOf(document, field);
  if (field.items || !TOML_SCALAR.test(source)) return [];
  const plain = DATE.test(value) && !/^["']/.test(source);
  const newText = plain ? value : tomlLine('x', value).slice('x = '.length);
  const edit = { range: field.valueRange, newText };
  return keepsToml(document, edit, field.name) ? [edit] : [];
}

/** Only the first line is replaced: lines that continue a masked value are the author's own. */
function fillLine(document: Document, field: Field, value: string): TextEdit {
  const { start, end } = field.valueRange;
  const text = document.lineAt(start.line)?.text ?? '';
  const first = end.line === start.line ? end : { line: start.line, character: text.trimEnd().length };
  const gap =
    field.value === '' && field.style !== 'table' && !/[ \t]/.test(text[start.character - 1] ?? ' ');
  return { range: { start, end: first }, newText: (gap ? ' ' : '') + value };
}

/** Gives a status another word for its state; what else it says stays. None where that cannot be done safely. */
export function setStatus(document: Document, status: Field, word: string): TextEdit[] {
  if (!mayWrite(document, status) || status.value === '') return [];
  const { line, character } = status.valueRange.start;
  const { start, end } = stateWords(sourceOf(document, status));
  const edit = { range: range(line, character + start, line, character + end), newText: word };
  const safe =
    status.style === 'yaml'
      ? keepsYaml(document, edit, status, word)
      : status.style !== 'toml' || keepsToml(document, edit, status.name);
  return safe ? [edit] : [];
}

/** The first line of a value as it is written. */
function sourceOf(document: Document, { valueRange: { start, end } }: Field): string {
  const text = document.lineAt(start.line)?.text ?? '';
  return text.slice(start.character, end.line === start.line ? end.character : undefined);
}

/** True if the edit leaves TOML in which nothing but one key says something else. */
function keepsToml(document: Document, edit: TextEdit, key: string): boolean {
  const { frontMatter, lines } = document;
  const own = lines.slice(0, frontMatter?.end ?? 0).map(({ text }) => text);
  const after = applyEdits(own.join('\n'), [edit]).split(/\r\n|\n|\r/);
  return sameTomlBut(key, own.slice(1, -1).join('\n'), after.slice(1, -1).join('\n'));
}
