/** Assertions about ranges. */

import assert from 'node:assert/strict';
import type { Analysis } from '../../src/core/analysis/analyze';
import type { Line, Range } from '../../src/core/text/text';
import { comparePositions } from '../../src/core/text/text';

/** Asserts that a range is inside the text, and that its start is not after its end. */
export function checkRange(lines: readonly Line[], { start, end }: Range, what: string): void {
  assert.ok(comparePositions(start, end) <= 0, `${what} ends before it starts`);
  for (const { line, character } of [start, end]) {
    assert.ok(
      line >= 0 && line <= lines.length && character >= 0,
      `${what} lies outside: ${line}:${character}`,
    );
    // The line after the last one means the end of the text.
    const width = lines[line]?.text.length ?? 0;
    assert.ok(character <= width, `${what} lies past the end of line ${line}: ${character} of ${width}`);
  }
}

/** Asserts that all findings and edits are inside the text, and that no fix is empty. */
export function checkFindings({ document, findings }: Analysis): void {
  for (const { rule, range, fixes = [] } of findings) {
    checkRange(document.lines, range, rule);
    for (const { edits, title } of fixes) {
      assert.ok(edits.length > 0, String(title));
      for (const edit of edits) checkRange(document.lines, edit.range, String(title));
    }
  }
}
