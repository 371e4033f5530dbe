import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../src/core/document/document';
import { mapLines } from '../../../src/core/fix/lineMap';
import { applyEdits, range, splitLines } from '../../../src/core/text/text';

const text = 'one\ntwo\n\nfour\nfive';

describe('mapLines', () => {
  for (const [name, edits, expected, added] of [
    ['no edit', [], [0, 1, 2, 3, 4], []],
    [
      'lines inserted between two',
      [{ range: range(1, 0, 1, 0), newText: 'x\ny\n' }],
      [0, 3, 4, 5, 6],
      [1, 2],
    ],
    ['a block appended', [{ range: range(4, 4, 4, 4), newText: '\n\nx' }], [0, 1, 2, 3, 4], [5, 6]],
    ['a line removed', [{ range: range(1, 0, 2, 0), newText: '' }], [0, undefined, 1, 2, 3], []],
    [
      'the end removed',
      [{ range: range(1, 3, 4, 4), newText: '' }],
      [0, 1, undefined, undefined, undefined],
      [],
    ],
    ['a word replaced', [{ range: range(3, 0, 3, 4), newText: 'x' }], [0, 1, 2, undefined, 4], [3]],
    [
      'text inserted in a line',
      [{ range: range(0, 1, 0, 1), newText: 'x\ny' }],
      [undefined, 2, 3, 4, 5],
      [0, 1],
    ],
    [
      'a line moved down',
      [
        { range: range(0, 0, 1, 0), newText: '' },
        { range: range(3, 0, 3, 0), newText: 'one\n' },
      ],
      [undefined, 0, 1, 3, 4],
      [2],
    ],
  ] as const) {
    it(name, () => {
      const map = mapLines(parseDocument(text), edits);
      const after = splitLines(applyEdits(text, edits)).map((_, line) => line);
      assert.deepEqual([0, 1, 2, 3, 4].map(map.after), expected);
      assert.deepEqual(after.filter(map.isNew), added);
    });
  }

  it('maps each line that is kept to a line with the same text, for any edit', () => {
    const place = fc.record({ line: fc.nat(4), character: fc.nat(5) });
    const inserted = fc.constantFrom('', 'x', '\n', 'x\n', '\nx', 'x\ny', '\nx\n');
    fc.assert(
      fc.property(place, place, inserted, (a, b, newText) => {
        const [start, end] =
          a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
        const edit = { range: { start, end }, newText };
        const map = mapLines(parseDocument(text), [edit]);
        const [before, after] = [splitLines(text), splitLines(applyEdits(text, [edit]))];
        before.forEach((line, at) => {
          const now = map.after(at);
          if (now !== undefined) assert.equal(after[now]?.text, line.text, JSON.stringify(edit));
        });
      }),
      { seed: 12, numRuns: 2000 },
    );
  });
});
