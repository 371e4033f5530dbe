/** Fills known values into front matter of a new document: into a whole scalar, or the first item of a list. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import { slug } from '../folder/naming';
import type { FieldSpec } from '../template/templateFields';
import type { Fill, OffsetRange } from './draft';
import { fillIn } from './draft';
import type { DocumentValues } from './fieldValue';
import { knownValue } from './fieldValue';
import { yamlScalar } from './scalars';
import { valueFills } from './valueFills';

const LIST_ITEM = /(?:^|\n)[ \t]*-(?:[ \t]+|$)("[^"\n]*"|'[^'\n]*'|(?:[^#\n]|(?<=\S)#)*)/;
const FLOW_ITEM = /^\[[ \t]*("[^"\n]*"|'[^'\n]*'|[^,[\]"'\n]*)/;
const KEY = /(?:^|\n)[ \t]*(?:-[ \t]+)?[\w-]+:(?:[ \t]|\n|$)/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** A key of front matter, and the offsets of its value. */
interface KeyValue {
  readonly field: Field;
  readonly spec: FieldSpec;
  readonly place: OffsetRange;
}

/** The fill of a key's value, if known. It never fills a map, and of lists only that of the authors. */
export function frontMatterFills(
  document: Document,
  { field, spec, place }: KeyValue,
  values: DocumentValues,
): Fill[] {
  const value = document.text.slice(place.start, place.end);
  if (value === '' && !endsKey(document, field)) return [];
  const isFlow = value.startsWith('[') && spec.role === 'author';
  const isBlock = value.includes('\n') || /^-[ \t]/.test(value);
  const item = isFlow ? FLOW_ITEM.exec(value) : isBlock ? LIST_ITEM.exec(value) : null;
  if (KEY.test(item?.[1] ?? value) || (item && spec.role !== 'author')) return [];
  const inner = item?.[1]?.trimEnd() ?? value;
  const start = place.start + (item ? item.index + item[0].length - (item[1]?.length ?? 0) : 0);
  const known = item ? values.author : newValue(document, spec, unquoted(inner), values);
  if (known === undefined) return [];
  const guess = !item && known === spec.values[0] && spec.role !== 'status';
  return [{ ...scalarFill(document, { start, end: start + inner.length }, known, isFlow), guess }];
}

/** The new value of a scalar; undefined if it is not known. */
function newValue(
  document: Document,
  spec: FieldSpec,
  value: string,
  values: DocumentValues,
): string | undefined {
  if (spec.role === 'title') {
    // If a heading contains the title, the key may contain it as a slug.
    return document.title && SLUG.test(value) ? slug(values.title) : values.title;
  }
  // For an empty value only the role of the key tells what belongs there.
  if (value === '')
    return spec.role === 'created' || spec.role === 'author' ? knownValue(spec, values) : undefined;
  const fills = valueFills(spec, value, values);
  return fills.length > 0 ? fillIn({ text: value, filled: [] }, fills).text : undefined;
}

/** True if only the separator, quotes and blanks are between a key and its value, on the same line. */
function endsKey(document: Document, { nameRange, valueRange }: Field): boolean {
  const line = document.lineAt(nameRange.start.line)?.text ?? '';
  const between = line.slice(nameRange.end.character, valueRange.start.character);
  return nameRange.start.line === valueRange.start.line && /^["']?[ \t]*[:=][ \t]*["']?$/.test(between);
}

/** The fill that replaces a scalar and its quotes by a value, written in the language of the front matter. */
function scalarFill({ text, lines }: Document, place: OffsetRange, value: string, isFlow: boolean): Fill {
  const before = text[place.start - 1] ?? '';
  const isInside = /["']/.test(before) && text[place.end] === before;
  const [start, end] = isInside ? [place.start - 1, place.end + 1] : [place.start, place.end];
  const isQuoted = /["']/.test(text[start] ?? '');
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value);
  const isToml = lines[0]?.text.startsWith('+++') === true;
  const isPlain = isDate ? !(isToml && isQuoted) : !isToml && !(isFlow && /[,[\]{}]/.test(value));
  const scalar = !isPlain ? JSON.stringify(value) : isDate ? value : yamlScalar(value);
  const gaps = [/[:=]/.test(before) ? ' ' : '', text[end] === '#' ? ' ' : ''];
  return { start, end, text: gaps.join(scalar) };
}

function unquoted(text: string): string {
  return text.replace(/^(["'])([\s\S]*)\1$/, '$2');
}
