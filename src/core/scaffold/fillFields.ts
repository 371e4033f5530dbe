/** Fills known values into the header fields of a new document. */

import type { Document } from '../document/document';
import type { Field } from '../document/fields/fields';
import type { FieldSpec } from '../template/templateFields';
import { readFieldSpecs } from '../template/templateFields';
import type { Fill, OffsetRange } from './draft';
import { offsetsOf } from './draft';
import type { DocumentValues } from './fieldValue';
import { knownValue } from './fieldValue';
import { frontMatterFills } from './frontMatterFills';
import { valueFills } from './valueFills';

/** A comment or a line break after a value. */
const REMARK = /(?<![ \t])[ \t]*(?:<!--|<br[ \t]*\/?>[ \t]*$)/i;

/** The fills for the values of header fields. */
export function fieldFills(document: Document, values: DocumentValues): Fill[] {
  const placeOf = valuePlaces(document);
  const specs = readFieldSpecs(document);
  return document.fields
    .filter(({ name }) => !name.startsWith('design-docs-'))
    .flatMap((field, at) => {
      const spec = specs[at];
      if (!spec) return [];
      const place = placeOf(field);
      const inFrontMatter = field.line < (document.frontMatter?.end ?? 0);
      if (inFrontMatter) return frontMatterFills(document, { field, spec, place }, values);
      const whole = document.text.slice(place.start, place.end);
      const remark = whole.search(REMARK);
      const value = remark > 0 ? whole.slice(0, remark) : whole;
      if (whole === '') return emptyFills(document, spec, place, values);
      return valueFills(spec, value, values).map(({ text, start, end, guess }) => ({
        start: place.start + start,
        end: place.start + end,
        text: field.style === 'table' ? text.replaceAll('|', '\\|') : text,
        guess,
      }));
    });
}

/** The fill of an empty value: only the role of the field says what belongs there. */
function emptyFills({ text }: Document, spec: FieldSpec, place: OffsetRange, values: DocumentValues): Fill[] {
  const known = spec.role === 'created' || spec.role === 'author' ? knownValue(spec, values) : undefined;
  if (known === undefined) return [];
  const [before = '', after = ''] = [text[place.start - 1], text[place.end]];
  const value = spec.style === 'table' ? known.replaceAll('|', '\\|') : known;
  return [{ ...place, text: `${/\s/.test(before) ? '' : ' '}${value}${/\S/.test(after) ? ' ' : ''}` }];
}

/** Creates a function that returns the offsets of a field's value, without a remark after it. */
export function valuePlaces(document: Document): (field: Field) => OffsetRange {
  const offsetOf = offsetsOf(document);
  return ({ value, nameRange, valueRange: { start, end } }) => {
    const place = { start: offsetOf(start), end: offsetOf(end) };
    if (start.line !== end.line || document.text.slice(place.start, place.end) === value) return place;
    const from = nameRange.start.line === start.line ? nameRange.end.character : 0;
    const at = (document.lineAt(start.line)?.text ?? '').indexOf(value, from);
    const found = offsetOf({ line: start.line, character: at });
    return value === '' || at < 0 ? place : { start: found, end: found + value.length };
  };
}
