/**
 * Edits that write header fields. Front matter is changed only where parsing proves that no other value changes; a
 * header with unknown syntax is never changed. Bundles load this file lazily, because few operations need it.
 */

import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { sameTomlBut, tomlLine } from '../document/fields/toml';
import { stateWords } from '../status/statusWords';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { TextEdit } from '../text/text';
import { applyEdits, lineStart, range } from '../text/text';
import { headerOf, mayWrite, neighbourOf } from './fieldPlace';
import { headerLines, lineBeside, titleEnd } from './headerText';
import { insertLines } from './insert';
import { fillYaml, insertYaml, isYaml, keepsYaml, yamlLine } from './yaml';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A TOML string or date on one line. */
const TOML_SCALAR = /^(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*'|\d{4}-\d{2}-\d{2})$/;

const EMOJI = String.raw`(?:[\p{Extended_Pictographic}\p{So}\p{RI}\p{Emoji_Modifier}\u200D\uFE0F]|:[a-z0-9_+-]{1,40}:)`;
const EMOJI_FIRST = new RegExp(`^${EMOJI}`, 'u');
/** The emoji at the end of a text, with the blanks behind them. */
const EMOJI_LAST = new RegExp(String.raw`(?:${EMOJI}[ \t]*)+$`, 'u');
/** The most characters before a state in which its emoji are looked for. */
const LONGEST_EMOJI = 100;

/** Inserts a field of the template beside its neighbour; no edits if that would change any other value. */
export function insertField(document: Document, template: Template, spec: FieldSpec): TextEdit[] {
  const neighbour = neighbourOf(document, template, spec);
  if (!neighbour || document.header === 'unknown') return [];
  const { field, behind } = neighbour;
  const kind = headerOf(field.style);
  if (kind === 'text') return lineBeside(document, spec, neighbour);
  const edit = insertInMatter(document, behind ? field.endLine : field.line, [spec]);
  return edit ? [edit] : insertAtEnd(document, [spec]);
}

/** Inserts fields that have no neighbour: front matter at the top, other fields under the title. */
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

/** Front matter for a document that has none, in the language of the template's front matter. */
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

/** Replaces an empty or placeholder value; `item` is the index in a list. No edits if that cannot be done safely. */
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

/** Replaces the first line only: lines that continue a placeholder are the author's text. */
function fillLine(document: Document, field: Field, value: string): TextEdit {
  const { start, end } = field.valueRange;
  const text = document.lineAt(start.line)?.text ?? '';
  const first = end.line === start.line ? end : { line: start.line, character: text.trimEnd().length };
  const gap =
    field.value === '' && field.style !== 'table' && !/[ \t]/.test(text[start.character - 1] ?? ' ');
  return { range: { start, end: first }, newText: (gap ? ' ' : '') + value };
}

/** Replaces the state in a status and keeps the rest of the value. No edits if that cannot be done safely. */
export function setStatus(document: Document, status: Field, word: string): TextEdit[] {
  if (!mayWrite(document, status) || status.value === '') return [];
  const { line, character } = status.valueRange.start;
  const { start, end } = stateFor(sourceOf(document, status), word);
  const edit = { range: range(line, character + start, line, character + end), newText: word };
  const safe =
    status.style === 'yaml'
      ? keepsYaml(document, edit, status, word)
      : status.style !== 'toml' || keepsToml(document, edit, status.name);
  return safe ? [edit] : [];
}

/**
 * The offsets in the source of a status that a word replaces: those of the state, and of the emoji before it if the word
 * brings its own.
 */
function stateFor(source: string, word: string): { readonly start: number; readonly end: number } {
  const { start, end } = stateWords(source);
  if (!EMOJI_FIRST.test(word)) return { start, end };
  const [before = ''] = EMOJI_LAST.exec(source.slice(Math.max(0, start - LONGEST_EMOJI), start)) ?? [];
  return { start: start - before.length, end };
}

/** The source of a value's first line. */
function sourceOf(document: Document, { valueRange: { start, end } }: Field): string {
  const text = document.lineAt(start.line)?.text ?? '';
  return text.slice(start.character, end.line === start.line ? end.character : undefined);
}

/** True if the edited front matter is valid TOML that differs in the value of `key` only. */
function keepsToml(document: Document, edit: TextEdit, key: string): boolean {
  const { frontMatter, lines } = document;
  const before = lines.slice(0, frontMatter?.end ?? 0).map(({ text }) => text);
  const after = applyEdits(before.join('\n'), [edit]).split(/\r\n|\n|\r/);
  return sameTomlBut(key, before.slice(1, -1).join('\n'), after.slice(1, -1).join('\n'));
}
