/** Where a missing header field goes: beside the nearest field that template and document have. */

import type { Document } from '../document/document';
import type { Field, FieldStyle } from '../document/fields';
import { findField } from '../document/fields';
import { memoize } from '../query/memoize';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';

/** A field of the document, and whether the new one goes behind it. */
export interface Neighbour {
  readonly field: Field;
  readonly spec: FieldSpec;
  readonly behind: boolean;
}

/** Which header a field is part of. */
export function headerOf(style: FieldStyle): 'yaml' | 'toml' | 'text' {
  return style === 'yaml' || style === 'toml' ? style : 'text';
}

/** True if a value may be written: its header is understood, and so is the shape that it stands in. */
export function mayWrite({ header }: Document, { style }: Field): boolean {
  return header !== 'unknown' && style !== 'other';
}

/** The nearest field before the given one, else after it, of those that the template has in the same header. */
export function neighbourOf(document: Document, template: Template, spec: FieldSpec): Neighbour | undefined {
  return neighboursOf(document, template).get(spec);
}

/** Of all fields of a template: all of them may be missing. */
const neighboursOf = memoize(findNeighbours);

function findNeighbours(document: Document, { fields }: Template): Map<FieldSpec, Neighbour> {
  const neighbours = new Map<FieldSpec, Neighbour>();
  const walk = (specs: readonly FieldSpec[], behind: boolean): void => {
    const nearest = new Map<string, Neighbour>();
    for (const spec of specs) {
      const header = headerOf(spec.style);
      const neighbour = nearest.get(header);
      if (neighbour && !neighbours.has(spec)) neighbours.set(spec, neighbour);
      const field = findField(document.fields, [spec.name]);
      if (field) nearest.set(header, { field, spec, behind });
    }
  };
  walk(fields, true);
  walk([...fields].reverse(), false);
  return neighbours;
}
