/** Edits of whole lines: inserting, removing, moving and shifting keep one blank line around blocks. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { insertLines, trimBlank } from '../../../src/core/edits/insert';
import { moveLines, removeLines } from '../../../src/core/edits/lines';
import { shiftEdits } from '../../../src/core/outline/levels';
import { applyEdits } from '../../../src/core/text/text';

describe('insertLines', () => {
  for (const [text, line, expected] of [
    ['a\n\nb\n', 2, 'a\n\nNEW\n\nb\n'],
    ['a\nb\n', 1, 'a\n\nNEW\n\nb\n'],
    ['a\n\nb\n', 1, 'a\n\nNEW\n\nb\n'],
    ['a\n', 0, 'NEW\n\na\n'],
    ['a\n', 2, 'a\n\nNEW\n'],
    ['a', 1, 'a\n\nNEW'],
    ['a\n\n', 3, 'a\n\nNEW\n'],
    ['', 1, 'NEW\n'],
    ['a\r\nb', 2, 'a\r\nb\r\n\r\nNEW'],
  ] as const) {
    it(`${JSON.stringify(text)} at ${line}`, () => {
      assert.equal(applyEdits(text, [insertLines(parseDocument(text), line, ['NEW'])]), expected);
    });
  }

  it('trims blank lines at both ends', () => {
    assert.deepEqual(trimBlank(['', 'a', '', 'b', '']), ['a', '', 'b']);
    assert.deepEqual(trimBlank(['', '']), []);
  });
});

describe('removeLines', () => {
  for (const [text, start, end, expected] of [
    ['a\nb\nc\n', 1, 2, 'a\nc\n'],
    ['a\n\nb\n\nc\n', 2, 3, 'a\n\nc\n'],
    ['a\n\nb\nc\n', 2, 3, 'a\n\nc\n'],
    ['b\n\nc\n', 0, 1, 'c\n'],
    ['a\nb\n', 1, 2, 'a\n'],
    ['a\nb', 1, 2, 'a'],
    ['a\r\n\r\nb\r\n\r\nc', 2, 3, 'a\r\n\r\nc'],
  ] as const) {
    it(`${JSON.stringify(text)} from ${start} to ${end}`, () => {
      assert.equal(applyEdits(text, [removeLines(parseDocument(text), start, end)]), expected);
    });
  }
});

describe('moveLines', () => {
  for (const [text, start, end, to, expected] of [
    ['a\n\nb\n\nc\n', 2, 4, 0, 'b\n\na\n\nc\n'],
    ['a\n\nb\n\nc\n', 4, 6, 0, 'c\n\na\n\nb\n'],
    ['a\n\nb\n\nc', 4, 5, 0, 'c\n\na\n\nb'],
    ['a\n\nb\n\nc\n', 0, 2, 6, 'b\n\nc\n\na\n'],
    ['a\n\nb\n\nc', 0, 2, 5, 'b\n\nc\n\na'],
    ['a\nb\nc\n', 1, 2, 0, 'b\n\na\nc\n'],
    ['a\r\n\r\nb\r\n', 2, 4, 0, 'b\r\n\r\na\r\n'],
  ] as const) {
    it(`${JSON.stringify(text)} from ${start} to ${end} before ${to}`, () => {
      assert.equal(applyEdits(text, moveLines(parseDocument(text), start, end, to)), expected);
    });
  }
});

describe('shiftEdits', () => {
  for (const [name, body, level, expected] of [
    ['up, with what is under it', '### B\n#### C\n## D\n', 2, '## B\n### C\n## D\n'],
    ['down, alone', '## B\n### C\n', 3, '### B\n### C\n'],
    ['from an underlined heading', 'B\nb\n===\nc\n', 3, '### B b\nc\n'],
    ['with closing hashes', '  #### B ##\n', 2, '  ## B ##\n'],
    ['never past the deepest level', '##### B\n###### C\n', 1, '# B\n## C\n'],
  ] as const) {
    it(name, () => {
      const text = `# T\n\nStatus: x\n\n${body}`;
      const document = parseDocument(text);
      const section = document.sections[0] ?? assert.fail('no section');
      assert.equal(applyEdits(text, shiftEdits(document, [section], level)), text.replace(body, expected));
    });
  }
});
