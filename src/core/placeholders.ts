/** The walk over open placeholders: what is still to be written, one after the other. */

import type { Analysis } from './analysis';
import { headerField } from './rules/header-field';
import { leftoverPlaceholder } from './rules/leftover-placeholder';
import type { Position, Range } from './text/text';
import { comparePositions } from './text/text';

/** The places that only the author can fill, in document order. */
export function openPlaceholders({ document, findings }: Analysis): Range[] {
  return (
    findings
      .filter(({ rule, fix }) => rule === leftoverPlaceholder.id || (rule === headerField.id && !fix))
      .map(({ range }) => range)
      // A field that is missing altogether is reported on the title, where there is nothing to type over.
      .filter((range) => range !== document.title?.range && comparePositions(range.start, range.end) < 0)
  );
}

/** The first open placeholder after a position, or from the top again; undefined if there is none. */
export function nextPlaceholder(analysis: Analysis, after: Position): Range | undefined {
  const open = openPlaceholders(analysis);
  return open.find(({ start }) => comparePositions(start, after) > 0) ?? open[0];
}
