/**
 * Edits of YAML front matter. The `yaml` package parses it before and after, and an edit is made only if the values of
 * all other keys are unchanged. Only this file imports the package, because few operations need it.
 */

import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml';
import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { findFrontMatter } from '../text/regions';
import type { Position, TextEdit } from '../text/text';
import { applyEdits, lineStart, splitLines } from '../text/text';

/** The length in characters above which front matter is not parsed: no hand-written header is as long. */
const MAX_LENGTH = 50_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const QUIET = { logLevel: 'silent', prettyErrors: false } as const;

/** Parsed YAML: values by top-level keys. */
type YamlContent = Readonly<Record<string, unknown>>;

/** The text to write into a value, and where. */
export interface YamlFill {
  readonly value: string;
  /** The index of the list item to replace. */
  readonly item?: number | undefined;
  /** If given, an empty value becomes a list whose items have this indentation. */
  readonly indent?: string | undefined;
}

/** The edit that inserts lines with new keys in front of `line`; undefined if it would change any other key. */
export function insertYaml(
  document: Document,
  line: number,
  lines: readonly string[],
  keys: readonly string[],
): TextEdit | undefined {
  const newText = lines.map((text) => text + document.ending).join('');
  const edit = { range: lineStart(line), newText };
  return changesOnly(document, edit, keys, (content) => keys.every((key) => key in content))
    ? edit
    : undefined;
}

/** True if the lines are a YAML map that has all of the keys. */
export function isYaml(lines: readonly string[], keys: readonly string[]): boolean {
  const content = contentOf(lines.join('\n'));
  return content !== undefined && keys.every((key) => key in content);
}

/** A line of YAML that maps a key to a string; quoted if necessary. */
export function yamlLine(key: string, value: string): string {
  const [name = key] = sourcesOf(key);
  const [source = ''] = sourcesOf(value);
  return `${name}: ${source}`;
}

/** The edit that replaces a scalar or an empty value; undefined for any other kind of value. */
export function fillYaml(document: Document, field: Field, fill: YamlFill): TextEdit | undefined {
  for (const edit of fillEdits(document, field, fill)) {
    const written = (content: YamlContent): boolean => {
      const value = content[field.name];
      return (Array.isArray(value) ? value[fill.item ?? 0] : value) === fill.value;
    };
    if (changesOnly(document, edit, [field.name], written)) return edit;
  }
  return undefined;
}

/** True if an edit of a value keeps its kind, a string or a list, and the value then contains `text`. */
export function keepsYaml(document: Document, edit: TextEdit, { name, items }: Field, text: string): boolean {
  return changesOnly(document, edit, [name], (content) => {
    const value = content[name];
    const kind = items ? Array.isArray(value) : typeof value === 'string';
    return kind && [value].flat().join(' ').includes(text);
  });
}

/** True if the edited front matter is valid, meets `wanted`, and is unchanged except for the values of `keys`. */
function changesOnly(
  document: Document,
  edit: TextEdit,
  keys: readonly string[],
  wanted: (content: YamlContent) => boolean,
): boolean {
  const text = frontMatterText(document);
  const before = contentOf(sourceIn(text));
  const after = contentOf(sourceIn(applyEdits(text, [edit])));
  if (!before || !after) return false;
  const rest = [before, after].map((content) =>
    JSON.stringify(Object.entries(content).filter(([key]) => !keys.includes(key))),
  );
  return wanted(after) && rest[0] === rest[1];
}

/** The front matter with its fences, so that line numbers are those of the document. */
function frontMatterText({ frontMatter, lines }: Document): string {
  return lines
    .slice(0, frontMatter?.end ?? 0)
    .map(({ text, end }) => text + end)
    .join('');
}

/** The text between the fences, with line feeds; undefined unless the last line is the closing fence. */
function sourceIn(text: string): string | undefined {
  const lines = splitLines(text).map((line) => line.text);
  if (lines.at(-1) === '') lines.pop();
  const region = findFrontMatter(lines);
  return region?.end === lines.length ? lines.slice(1, -1).join('\n') : undefined;
}

/** Parses a text that is a map; undefined if it is anything else, or contains itself by an alias. */
function contentOf(source: string | undefined): YamlContent | undefined {
  if (source === undefined || source.length > MAX_LENGTH) return undefined;
  if (source.split('\n').every((line) => /^[ \t]*(?:#.*)?$/.test(line))) return {};
  try {
    const yaml = parseDocument(source, QUIET);
    if (yaml.errors.length > 0 || !isMap(yaml.contents)) return undefined;
    const content: YamlContent = yaml.toJS();
    return JSON.stringify(content) === undefined ? undefined : content;
  } catch {
    return undefined;
  }
}

/** The candidate edits that write a value, the simplest first. */
function fillEdits(document: Document, field: Field, { value, item, indent }: YamlFill): TextEdit[] {
  const source = sourceIn(frontMatterText(document)) ?? '';
  const node = contentOf(source) && parseDocument(source, QUIET).get(field.name, true);
  const target = isSeq(node) && item !== undefined ? node.items[item] : node;
  if (isSeq(target) && target.items.length === 0 && target.range) {
    return editsAt(
      source,
      target.range,
      sourcesOf(value).map((text) => `[${text}]`),
    );
  }
  if (!isScalar(target) || !target.range) return [];
  const [start, end] = target.range;
  if (end > start) {
    if (source.slice(start, end).includes('\n')) return [];
    return editsAt(source, target.range, sourcesOf(value, source[start]));
  }
  return field.items ? [] : emptyEdits(document, field, sourcesOf(value), indent);
}

function editsAt(source: string, [start, end]: readonly number[], texts: readonly string[]): TextEdit[] {
  const range = { start: positionAt(source, start ?? 0), end: positionAt(source, end ?? 0) };
  return texts.map((newText) => ({ range, newText }));
}

/** Fills an empty value behind its colon, or turns it into a list below. */
function emptyEdits(
  document: Document,
  { line, valueRange }: Field,
  texts: readonly string[],
  indent: string | undefined,
): TextEdit[] {
  const text = document.lineAt(line)?.text ?? '';
  if (indent !== undefined) {
    const end = { line, character: text.trimEnd().length };
    return texts.map((item) => ({
      range: { start: end, end },
      newText: `${document.ending}${indent}- ${item}`,
    }));
  }
  const at = valueRange.start.character;
  const before = /[ \t]/.test(text[at - 1] ?? '') ? '' : ' ';
  const after = text[at] === '#' ? ' ' : '';
  return texts.map((value) => ({ range: valueRange, newText: before + value + after }));
}

/** Converts an offset in the text below the opening fence to a position in the document. */
function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  return { line: 1 + (before.match(/\n/g)?.length ?? 0), character: offset - (before.lastIndexOf('\n') + 1) };
}

/**
 * The ways to write a string, the simplest first. A string that YAML 1.1 reads as another type is quoted, except for
 * dates, which templates leave unquoted. `quote` is the quote of the value that is replaced, which is kept.
 */
function sourcesOf(value: string, quote = ''): string[] {
  const double = JSON.stringify(value);
  if (quote === '"') return [double];
  if (quote === "'") return [`'${value.replaceAll("'", "''")}'`];
  return DATE.test(value) || isPlainString(value) ? [value, double] : [double];
}

function isPlainString(value: string): boolean {
  try {
    return parse(value, { ...QUIET, version: '1.1' }) === value && parse(value, QUIET) === value;
  } catch {
    return false;
  }
}
