/** The labels of reference definitions: `[label]: target`. */

import type { Part } from './parts';
import { reading } from './readings';

const LABEL = /^ {0,3}\[([^\]\n]+)\]:/;

/** The labels that the lines of a part define links for, in lower case. */
export const labelsOf = reading(({ lines }: Part): readonly string[] => {
  const labels: string[] = [];
  for (const { text } of lines) {
    const label = text.includes(']:') ? LABEL.exec(text)?.[1] : undefined;
    if (label !== undefined) labels.push(label.toLowerCase());
  }
  return labels;
});
