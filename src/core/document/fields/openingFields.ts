/** Header fields one section too late: as the first lines of the first section. */

import type { Document } from '../document';
import type { Field } from './fields';
import { readPreamble } from './readFields';

/** The fields in the lines or the list that open the first section. */
export function openingFields({ sections, lines }: Document): readonly Field[] {
  const opening = sections[0]?.blocks[0];
  const texts = opening ? lines.map(({ text }) => text) : [];
  return opening ? readPreamble(texts, [opening]) : [];
}
