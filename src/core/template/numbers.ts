/** Number masks of a template, such as `NNNN` and `0000`, and the number that takes their place. */

import type { Fill } from './draft';

const MASK = /(?<![\p{L}\p{N}.#/])(?:N{3,}|X{3,}|0{3,})(?![\p{L}\p{N}/])/gu;

/** The document's number wherever a text has a mask for one; in the name of an issue or an address there is none. */
export function numberFills(text: string, number: string): Fill[] {
  return [...text.matchAll(MASK)].map(({ 0: mask, index }) => ({
    start: index,
    end: index + mask.length,
    text: numberLike(mask, number),
  }));
}

/** The number in the form of a mask: noughts say how wide it is, letters leave it as the file name has it. */
export function numberLike(mask: string, number: string): string {
  return mask.startsWith('0') ? String(Number(number)).padStart(mask.length, '0') : number;
}
