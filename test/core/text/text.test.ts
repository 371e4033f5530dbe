import assert from 'node:assert/strict';
import {
  applyEdits,
  changeBetween,
  comparePositions,
  dominantEnding,
  overlaps,
  range,
  splitLines,
} from '../../../src/core/text/text';

const insert = (line: number, character: number, newText: string) => ({
  range: range(line, character, line, character),
  newText,
});

describe('splitLines', () => {
  it('ends lines at CRLF, LF and a lone CR, and nowhere else', () => {
    assert.deepEqual(splitLines('a\r\nb\nc\rd\u2028e\f'), [
      { text: 'a', end: '\r\n', mayMatch: false, border: false },
      { text: 'b', end: '\n', mayMatch: false, border: false },
      { text: 'c', end: '\r', mayMatch: false, border: false },
      { text: 'd\u2028e\f', end: '', mayMatch: false, border: false },
    ]);
  });

  it('drops a byte order mark and always has a line', () => {
    assert.deepEqual(splitLines('\uFEFF'), [{ text: '', end: '', mayMatch: false, border: false }]);
    assert.deepEqual(splitLines('\uFEFFa\n'), [
      { text: 'a', end: '\n', mayMatch: false, border: false },
      { text: '', end: '', mayMatch: false, border: false },
    ]);
  });
});

describe('dominantEnding', () => {
  for (const [text, ending] of [
    ['', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\nb\nc\r\n', '\n'],
    ['a\rb\rc', '\r'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(dominantEnding([{ lines: splitLines(text) }]), ending));
  }
});

describe('applyEdits', () => {
  it('replaces, inserts and deletes', () => {
    const edits = [
      { range: range(2, 0, 2, 1), newText: 'C' },
      { range: range(0, 1, 1, 0), newText: '' },
      insert(1, 1, '!'),
    ];
    assert.equal(applyEdits('a\nb\nc', edits), 'ab!\nC');
  });

  it('keeps insertions at one position in the given order, before a replacement there', () => {
    const edits = [{ range: range(0, 1, 0, 2), newText: '3' }, insert(0, 1, '1'), insert(0, 1, '2')];
    assert.equal(applyEdits('ab', edits), 'a123');
  });

  it('counts positions after a byte order mark, and keeps it', () => {
    assert.equal(applyEdits('\uFEFFa', [insert(0, 0, '# ')]), '\uFEFF# a');
  });

  it('keeps the ending of a line that is edited', () => {
    assert.equal(applyEdits('a\r\nb\rc', [insert(0, 1, '1'), insert(1, 1, '2')]), 'a1\r\nb2\rc');
  });

  it('clamps positions after the end of a line and of the text', () => {
    assert.equal(applyEdits('a\nb', [insert(0, 99, '1'), insert(99, 0, '2')]), 'a1\nb2');
  });

  it('changes nothing without edits', () => {
    assert.equal(applyEdits('\uFEFFa\r\n', []), '\uFEFFa\r\n');
  });
});

describe('overlaps', () => {
  const own = range(1, 2, 1, 6);
  for (const [name, other, expected] of [
    ['side by side', range(1, 6, 1, 8), false],
    ['one character shared', range(1, 5, 1, 8), true],
    ['over several lines', range(0, 0, 2, 0), true],
    ['an insert inside', range(1, 4, 1, 4), true],
    ['an insert at the edge', range(1, 6, 1, 6), false],
  ] as const) {
    it(name, () => {
      assert.equal(overlaps(own, other), expected);
      assert.equal(overlaps(other, own), expected);
    });
  }

  it('orders positions by line, then by column', () => {
    assert.ok(comparePositions({ line: 1, character: 9 }, { line: 2, character: 0 }) < 0);
    assert.ok(comparePositions({ line: 1, character: 2 }, { line: 1, character: 1 }) > 0);
    assert.equal(comparePositions({ line: 1, character: 2 }, { line: 1, character: 2 }), 0);
  });
});

describe('changeBetween', () => {
  for (const [before, after] of [
    ['a\nb\nc', 'a\nB\nc'],
    ['a\nb\nc\n', 'a\nc\n'],
    ['a\nc\n', 'a\nb\nc\n'],
    ['', 'a\n'],
    ['a\n', ''],
    ['a', 'a\n'],
    ['a\n', 'a\r\n'],
    ['\uFEFFa\nb', '\uFEFFa\nc'],
    ['a\na\na', 'a\na'],
    ['a', 'b'],
  ] as const) {
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const edit = changeBetween(before, after);
      assert.ok(edit);
      assert.equal(applyEdits(before, [edit]), after);
    });
  }

  it('is undefined for equal texts, and small for a small change', () => {
    assert.equal(changeBetween('a\nb', 'a\nb'), undefined);
    assert.deepEqual(changeBetween('a\nb\nc\n', 'a\nB\nc\n'), { range: range(1, 0, 2, 0), newText: 'B\n' });
  });
});
