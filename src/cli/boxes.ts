/** The boxes of a review as text. */

import type { Box } from '../core/review/box';
import { printable } from '../node/program/messages';

const SIGNS: Readonly<Record<Box['state'], string>> = { met: '✓', unmet: '✗', person: '?' };

/** The lines of the boxes: each with its sign, and its places below it, with a `path:line` that terminals make a link. */
export function boxLines(path: string, boxes: readonly Box[]): string[] {
  return boxes.flatMap((box) => [
    `${SIGNS[box.state]} ${printable(String(box.question ?? box.title))}`,
    ...placeLines(path, box),
  ]);
}

function placeLines(path: string, { question, places }: Box): string[] {
  return places.map(({ range, message, finding }) => {
    const rule = finding === undefined ? '' : ` ${finding.rule}`;
    const text = String(message) === String(question) ? '' : ` ${message}`;
    return `    ${printable(`${path}:${range.start.line + 1}${rule}${text}`)}`;
  });
}
