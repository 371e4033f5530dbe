/** Moves parts, blocks and headings by a line offset. */

import type { Block } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import { moveRange } from '../text/text';
import type { Heading } from './headings';
import { Part } from './parts';

/** The part with line numbers for a start at `line`. */
export function placed(part: Part, line: number): Part {
  return part.origin === line ? part : movedTo(part, line);
}

const movedTo = memoize((part: Part, line: number): Part => {
  const by = line - part.origin;
  const blocks = part.blocks.map((block) => moveBlock(block, by));
  const heading = part.heading && moveHeading(part.heading, by);
  return new Part(part.lines, line, heading, blocks);
});

/** The block moved down by `by` lines; up if `by` is negative. */
export function moveBlock(block: Block, by: number): Block {
  const { kind, start, end, content, level, ordered, language, box, children } = block;
  return {
    kind,
    start: start + by,
    end: end + by,
    content,
    level,
    ordered,
    language,
    box: box && { ...box, range: moveRange(box.range, by) },
    children: children.length === 0 ? children : children.map((child) => moveBlock(child, by)),
  };
}

/** The heading moved down by `by` lines; up if `by` is negative. */
export function moveHeading(heading: Heading, by: number): Heading {
  const { line, endLine, range } = heading;
  return { ...heading, line: line + by, endLine: endLine + by, range: moveRange(range, by) };
}
