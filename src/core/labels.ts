/** The labels of reference definitions: `[label]: target`. */

import type { Line } from './text';

const LABEL = /^ {0,3}\[([^\]\n]+)\]:/;

/** The labels that the lines define links for, in lower case. */
export function findLabels(lines: readonly Line[]): string[] {
  const labels: string[] = [];
  for (const { text } of lines) {
    const label = text.includes(']:') ? LABEL.exec(text)?.[1] : undefined;
    if (label !== undefined) labels.push(label.toLowerCase());
  }
  return labels;
}
