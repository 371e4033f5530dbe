/** Replaces number masks of a template, such as `NNNN` and `0000`. */

import type { Fill } from './draft';

const MASK = /(?<![\p{L}\p{N}.#/])(?:N{3,}|X{3,}|0{3,})(?![\p{L}\p{N}/])/gu;

/** The fills of the number masks in a text. A mask next to `/`, or after `.` or `#`, is part of another name. */
export function numberFills(text: string, number: string): Fill[] {
  return [...text.matchAll(MASK)].map(({ 0: mask, index }) => ({
    start: index,
    end: index + mask.length,
    text: numberLike(mask, number),
  }));
}

/** The number in the form of a mask: padded to the width of a mask of zeros, unchanged for a mask of letters. */
export function numberLike(mask: string, number: string): string {
  return mask.startsWith('0') ? String(Number(number)).padStart(mask.length, '0') : number;
}
