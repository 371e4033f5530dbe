/**
 * Changes to front matter in YAML. The `yaml` package parses it before and after: a change is made only where all but the
 * one key says what it said. This is the only file that knows the package, and few answers need it.
 */

import { isMap, isScalar, isSeq, parse, parseDocument } from 'yaml';
import type { Document } from '../document/document';
import type { Field } from '../document/fields';
import { findFrontMatter } from '../text/regions';
import type { Position, TextEdit } from '../text/text';
import { applyEdits, lineStart, splitLines } from '../text/text';

/** Front matter that is longer is no header that people write. */
const LONGEST = 50_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const QUIET = { logLevel: 'silent', prettyErrors: false } as const;

/** What YAML says, by its keys at the top level. */
type YamlContent = Readonly<Record<string, unknown>>;

/** What to write into a value. */
export interface YamlFill {
  readonly value: string;
  /** Which item of a list takes it. */
  readonly item?: number | undefined;
  /** How far the items of a list stand in that an empty value becomes. */
  readonly indent?: string | undefined;
}

/** The edit that inserts lines with new keys in front of a line, if they say no more than these keys. */
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

/** True if lines are keys and values that YAML understands. */
export function isYaml(lines: readonly string[], keys: readonly string[]): boolean {
  const content = contentOf(lines.join('\n'));
  return content !== undefined && keys.every((key) => key in content);
}

/** A key with a text as its value, on one line. */
export function yamlLine(key: string, value: string): string {
  const [name = key] = sourcesOf(key);
  const [source = ''] = sourcesOf(value);
  return `${name}: ${source}`;
}

/** The edit that writes a value in the place of a scalar or of nothing; none where another kind of value stands. */
export function fillYaml(document: Document, field: Field, fill: YamlFill): TextEdit | undefined {
  for (const edit of fillEdits(document, field, fill)) {
    const written = (content: YamlContent): boolean => {
      const own = content[field.name];
      return (Array.isArray(own) ? own[fill.item ?? 0] : own) === fill.value;
    };
    if (changesOnly(document, edit, [field.name], written)) return edit;
  }
  return undefined;
}

/** True if an edit of a value's text leaves a value of its kind, with the given text in it. */
export function keepsYaml(document: Document, edit: TextEdit, { name, items }: Field, text: string): boolean {
  return changesOnly(document, edit, [name], (content) => {
    const value = content[name];
    const kind = items ? Array.isArray(value) : typeof value === 'string';
    return kind && [value].flat().join(' ').includes(text);
  });
}

/** True if the edit leaves YAML in which nothing but the given keys says something else, and they say what is wanted. */
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

/** The front matter with its fences. Its lines are those of the document. */
function frontMatterText({ frontMatter, lines }: Document): string {
  return lines
    .slice(0, frontMatter?.end ?? 0)
    .map(({ text, end }) => text + end)
    .join('');
}

/** What stands between the fences, its lines ended as YAML knows them; undefined unless the last line closes it. */
function sourceIn(text: string): string | undefined {
  const lines = splitLines(text).map((line) => line.text);
  if (lines.at(-1) === '') lines.pop();
  const region = findFrontMatter(lines);
  return region?.end === lines.length ? lines.slice(1, -1).join('\n') : undefined;
}

/** What a text says that is nothing but a map; undefined where it is no such text, or refers to itself. */
function contentOf(source: string | undefined): YamlContent | undefined {
  if (source === undefined || source.length > LONGEST) return undefined;
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

/** The edits that may write a value, the plainest first. */
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

/** An empty value is filled behind its colon, or becomes a list below it. */
function emptyEdits(
  document: Document,
  { line, valueRange }: Field,
  texts: readonly string[],
  indent: string | undefined,
): TextEdit[] {
  const text = document.lineAt(line)?.text ?? '';
  if (indent !== undefined) {
    const end = { line, character: text.trimEnd().length };
    return texts.map((own) => ({
      range: { start: end, end },
      newText: `${document.ending}${indent}- ${own}`,
    }));
  }
  const at = valueRange.start.character;
  const before = /[ \t]/.test(text[at - 1] ?? '') ? '' : ' ';
  const after = text[at] === '#' ? ' ' : '';
  return texts.map((own) => ({ range: valueRange, newText: before + own + after }));
}

/** A place in what stands below the first fence, as one in the document. */
function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, offset);
  return { line: 1 + (before.match(/\n/g)?.length ?? 0), character: offset - (before.lastIndexOf('\n') + 1) };
}

/**
 * How a text may be written, the plainest first. What older readers of YAML take for something else is quoted, but for
 * dates, which all templates have plain. A value that was in quotes stays in such.
 */
function sourcesOf(value: string, quote = ''): string[] {
  const double = JSON.stringify(value);
  if (quote === '"') return [double];
  if (quote === "'") return [`'${value.replaceAll("'", "''")}'`];
  return DATE.test(value) || readsAsText(value) ? [value, double] : [double];
}

function readsAsText(value: string): boolean {
  try {
    return parse(value, { ...QUIET, version: '1.1' }) === value && parse(value, QUIET) === value;
  } catch {
    return false;
  }
}
