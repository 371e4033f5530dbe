/** Finds the ranges that the author still has to fill in, to step through them. */

import type { Analysis } from '../analysis/analyze';
import type { Document, Section } from '../document/document';
import { emptySection } from '../rules/empty-section';
import { headerField } from '../rules/header-field';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import type { Position, Range } from '../text/text';
import { comparePositions, range } from '../text/text';

/**
 * The ranges that only the author can fill in, in document order: placeholders, header fields, and sections that are
 * not written. A section with placeholders is not listed on its own.
 */
export function openPlaceholders({ document, findings }: Analysis): Range[] {
  const placesOf = (id: string): Range[] => findings.flatMap((one) => (one.rule === id ? [one.range] : []));
  const placeholders = placesOf(leftoverPlaceholder.id);
  // A missing field is reported on the title or at the top of the document, which is no text to replace.
  const fields = placesOf(headerField.id).filter(
    (place) => place !== document.title?.range && comparePositions(place.start, place.end) < 0,
  );
  const unwritten = new Set(placesOf(emptySection.id).map(({ start }) => start.line));
  const bodies = document.sections
    .filter((section) => unwritten.has(section.start) && !placeholders.some((one) => liesIn(section, one)))
    .map((section) => bodyOf(document, section));
  return [...placeholders, ...fields, ...bodies].sort((a, b) => comparePositions(a.start, b.start));
}

/** The first open range after a position, else the first of the document; undefined if there is none. */
export function nextPlaceholder(analysis: Analysis, after: Position): Range | undefined {
  const open = openPlaceholders(analysis);
  return open.find(({ start }) => comparePositions(start, after) > 0) ?? open[0];
}

function liesIn({ start, bodyEnd }: Section, place: Range): boolean {
  return place.start.line >= start && place.start.line < bodyEnd;
}

/** The range of the text under a heading, or the empty range to insert it at. */
function bodyOf(document: Document, { heading, blocks, bodyEnd }: Section): Range {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first && last) {
    const width = document.lineAt(last.end - 1)?.text.trimEnd().length ?? 0;
    return range(first.start, 0, last.end - 1, width);
  }
  // If a blank line follows the heading, it stays above the text.
  const line = Math.min(heading.endLine + 1, bodyEnd - 1);
  return line < heading.endLine
    ? range(line, heading.range.end.character, line, heading.range.end.character)
    : range(line, 0, line, 0);
}
