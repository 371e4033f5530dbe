/** The labels of reference definitions: `[label]: target`. */

import type { Part } from './parts';
import { NONE } from './readings';
import { readingOfSigns, signedLinesOf } from './signs';

const LABEL = /^ {0,3}\[([^\]\n]+)\]:/;

/** The labels that the lines of a part define links for, in lower case. */
export const labelsOf = readingOfSigns((part: Part): readonly string[] => {
  const labels: string[] = [];
  for (const line of signedLinesOf(part, undefined)) {
    const label = LABEL.exec(part.lines[line]?.text ?? '')?.[1];
    if (label !== undefined) labels.push(label.toLowerCase());
  }
  return labels.length === 0 ? NONE : labels;
});
