/** The walk over what is still to be written, one place after the other. */

import type { Analysis } from '../analysis/analyze';
import type { Document, Section } from '../document/document';
import { emptySection } from '../rules/empty-section';
import { headerField } from '../rules/header-field';
import { leftoverPlaceholder } from '../rules/leftover-placeholder';
import type { Position, Range } from '../text/text';
import { comparePositions, range } from '../text/text';

/**
 * The places that only the author can fill, in document order: placeholders, masked header fields, and sections that
 * are not written. A section whose text has placeholders is filled by filling those.
 */
export function openPlaceholders({ document, findings }: Analysis): Range[] {
  const placesOf = (id: string): Range[] => findings.flatMap((one) => (one.rule === id ? [one.range] : []));
  const placeholders = placesOf(leftoverPlaceholder.id);
  // A field that is missing altogether is reported on the title or at the top, where there is nothing to type over.
  const fields = placesOf(headerField.id).filter(
    (own) => own !== document.title?.range && comparePositions(own.start, own.end) < 0,
  );
  const unwritten = new Set(placesOf(emptySection.id).map(({ start }) => start.line));
  const bodies = document.sections
    .filter((section) => unwritten.has(section.start) && !placeholders.some((own) => liesIn(section, own)))
    .map((section) => bodyOf(document, section));
  return [...placeholders, ...fields, ...bodies].sort((a, b) => comparePositions(a.start, b.start));
}

/** The first open place after a position, or from the top again; undefined if nothing is left to write. */
export function nextPlaceholder(analysis: Analysis, after: Position): Range | undefined {
  const open = openPlaceholders(analysis);
  return open.find(({ start }) => comparePositions(start, after) > 0) ?? open[0];
}

function liesIn({ start, bodyEnd }: Section, own: Range): boolean {
  return own.start.line >= start && own.start.line < bodyEnd;
}

/** The text under a heading, or the place where it is to stand. */
function bodyOf(document: Document, { heading, blocks, bodyEnd }: Section): Range {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first && last) {
    const width = document.lineAt(last.end - 1)?.text.trimEnd().length ?? 0;
    return range(first.start, 0, last.end - 1, width);
  }
  // Text does not touch its heading where a blank line follows.
  const line = Math.min(heading.endLine + 1, bodyEnd - 1);
  return line < heading.endLine
    ? range(line, heading.range.end.character, line, heading.range.end.character)
    : range(line, 0, line, 0);
}
