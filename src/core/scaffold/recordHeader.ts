/** Gives a new record of a bundled template the header that the records beside it have. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { Field } from '../document/fields/fields';
import { roleOf } from '../template/templateFields';

/**
 * The source of a template with the header fields of a record: those that both know, where the record has them and under
 * its names, with the template's values. The source as it is if its fields are not in front matter, or if those of the
 * record cannot be copied line by line.
 */
export function withHeaderOf(source: string, record: string): string {
  const template = parseDocument(source);
  const like = parseDocument(record);
  const known = knownFields(template.fields);
  const pairs = [...knownFields(like.fields)].flatMap(([role, field]) => {
    const own = known.get(role);
    return own ? [{ own, field }] : [];
  });
  const isCopied = pairs.every(({ own, field }) => own.style === 'yaml' && isAlone(like, field));
  if (pairs.length === 0 || !isCopied) return source;
  const inFrontMatter = pairs.some(({ field }) => field.style === 'yaml');
  const fields = pairs.map(({ own, field }) =>
    inFrontMatter ? `${field.name}: ${sourceOf(template, own)}` : lineLike(like, field, own.value),
  );
  return replaced(template, [...known.values()], fields, inFrontMatter);
}

/** The fields of which the product knows the meaning, by their role. */
function knownFields(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = new Map<string, Field>();
  for (const field of fields) {
    const role = roleOf(field.name);
    if (role && !known.has(role)) known.set(role, field);
  }
  return known;
}

/** What may stand behind a value: emphasis that ends, and a line break. */
const END = /^[*_]*[ \t]*(?:\\|<br[ \t]*\/?>)?$/i;

/** True for a field on a line that has nothing else. */
function isAlone({ fields, lines }: Document, { style, line, endLine, valueRange }: Field): boolean {
  if (style === 'table' || style === 'toml' || endLine !== line + 1) return false;
  const rest = (lines[line]?.text ?? '').slice(valueRange.end.character);
  return END.test(rest.trim()) && fields.filter((field) => field.line === line).length === 1;
}

/** The value of a field as it is written, with its quotes. */
function sourceOf({ lines }: Document, { line, valueRange }: Field): string {
  return (lines[line]?.text ?? '').slice(valueRange.start.character);
}

/** The line of a field with another value. */
function lineLike({ lines }: Document, { line, valueRange }: Field, value: string): string {
  const text = lines[line]?.text ?? '';
  return text.slice(0, valueRange.start.character) + value + text.slice(valueRange.end.character);
}

/** The template's source with `fields` in place of `known`: in the front matter, or below the title. */
function replaced(
  { lines, frontMatter, title }: Document,
  known: readonly Field[],
  fields: readonly string[],
  inFrontMatter: boolean,
): string {
  const [first] = known;
  const below = title?.line ?? frontMatter?.end ?? 0;
  const isGone = (line: number): boolean =>
    known.some((field) => line >= field.line && line < field.endLine) ||
    // Comments in the front matter are about the fields.
    (!inFrontMatter && line < (frontMatter?.end ?? 0) && (lines[line]?.text ?? '').startsWith('#'));
  const result = lines.flatMap(({ text }, line) => {
    if (inFrontMatter && line === first?.line) return fields;
    if (isGone(line)) return [];
    return !inFrontMatter && line === below ? [text, '', ...fields] : [text];
  });
  return result.join('\n');
}
