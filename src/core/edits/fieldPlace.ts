/** Where to insert a missing header field: beside the nearest field that both template and document have. */

import type { Document } from '../document/document';
import type { Field, FieldStyle } from '../document/fields/fields';
import { findField } from '../document/fields/fields';
import { memoize } from '../query/memoize';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';

/** A field of the document, beside which a new field is inserted. */
export interface Neighbour {
  readonly field: Field;
  /** The same field in the template. */
  readonly spec: FieldSpec;
  /** True if the new field goes behind this one, false if it goes before it. */
  readonly behind: boolean;
}

/** The kind of header that contains fields of this style: front matter in YAML or TOML, or Markdown text. */
export function headerOf(style: FieldStyle): 'yaml' | 'toml' | 'text' {
  return style === 'yaml' || style === 'toml' ? style : 'text';
}

/** True if the value of a field may be changed: the syntax of its header and the style of the field are known. */
export function mayWrite({ header }: Document, { style }: Field): boolean {
  return header !== 'unknown' && style !== 'other';
}

/**
 * The neighbour of a missing field: the nearest existing field before it in the template's order, else the nearest
 * after it, within the same kind of header.
 */
export function neighbourOf(document: Document, template: Template, spec: FieldSpec): Neighbour | undefined {
  return neighboursOf(document, template).get(spec);
}

/** Memoized for all fields at once, because all of them may be missing. */
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
