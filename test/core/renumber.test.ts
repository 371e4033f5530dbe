/** Which numbers stand for a document, and change with it. */

import assert from 'node:assert/strict';
import { renumberEdits } from '../../src/core/folderIndex/renumber';
import { applyEdits } from '../../src/core/text/text';

const RENUMBERING = { path: 'docs/0007-queues.md', name: '0012-queues.md' };

function renumbered(text: string, place = 'docs/README.md'): string {
  return applyEdits(text, renumberEdits(text, place, RENUMBERING));
}

describe('a document that gets another number', () => {
  for (const [before, after] of [
    ['| 7 | [Queues](0007-queues.md) | 7 |', '| 12 | [Queues](0012-queues.md) | 7 |'],
    ['| #7 | 2026 | [7](0007-queues.md) |', '| #12 | 2026 | [12](0012-queues.md) |'],
    ['| Phase 7 | [IPv7](0007-queues.md) |', '| Phase 7 | [IPv7](0012-queues.md) |'],
    ['| 7.5 | [7-day retention](0007-queues.md) |', '| 7.5 | [7-day retention](0012-queues.md) |'],
    ['| ADR-7 | [ADR 7: Queues](0007-queues.md) |', '| ADR-12 | [ADR 12: Queues](0012-queues.md) |'],
    ['| **0007** | [0007 Queues](0007-queues.md) |', '| **0012** | [0012 Queues](0012-queues.md) |'],
    ['| 8 | [0007 Queues](0008-queues.md) |', '| 8 | [0007 Queues](0008-queues.md) |'],
  ] as const) {
    it(`changes ${before}`, () => {
      const table = (row: string): string => `| a | b | c |\n| - | - | - |\n${row}\n`;
      assert.equal(renumbered(table(before)), table(after));
    });
  }

  for (const [before, after] of [
    ['# ADR 7: Queues', '# ADR 12: Queues'],
    ['# 7. Queues', '# 12. Queues'],
    ['# ADR-0007', '# ADR-0012'],
    ['# 0007 Queues', '# 0012 Queues'],
    ['# Phase 7 of the move', '# Phase 7 of the move'],
    ['# 7 queues', '# 7 queues'],
  ] as const) {
    it(`changes the title ${before}`, () => {
      const text = (title: string): string => `${title}\n\nThe 0007 of [others](x/0007-queues.md).\n`;
      assert.equal(renumbered(text(before), RENUMBERING.path), text(after));
      assert.equal(renumbered(text(before)), text(before), 'in another document');
    });
  }
});
