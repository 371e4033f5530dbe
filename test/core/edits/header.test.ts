/** Header edits: the position and style of an inserted field, and when no edit is made. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { fillField, insertField, insertHeader, setStatus } from '../../../src/core/edits/header';
import { statusField } from '../../../src/core/status/stage';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

const template = readTemplate('---\nkey: <x>\n---\n\n# T\n\n**A:** <x>\n**B:** <x>\n\n## S\n', 't.md');
const spec = (name: string) => template.fields.find((field) => field.name === name) ?? assert.fail(name);

describe('a field that is inserted', () => {
  for (const [name, text, field, expected] of [
    [
      'after its neighbour',
      '# T\n\n**A:** 1\nmore\n\n## S\n',
      'B',
      '# T\n\n**A:** 1\nmore\n**B:** <x>\n\n## S\n',
    ],
    ['before it, spelled like it', '# T\n\n- B: 1\n\n## S\n', 'A', '# T\n\n- A: <x>\n- B: 1\n\n## S\n'],
    ['after a whole list item', '# T\n\n- A: 1\n\n  - more\n', 'B', '# T\n\n- A: 1\n\n  - more\n- B: <x>\n'],
    ['at the end of the text', '# T\n\n**A:** 1', 'B', '# T\n\n**A:** 1\n**B:** <x>'],
    [
      'in a table',
      '| A | 1 |\n|---|---|\n| C | 2 |\n',
      'B',
      '| A | 1 |\n|---|---|\n| B | <x> |\n| C | 2 |\n',
    ],
    [
      'not into a table with names in its header row',
      '| A | C | D |\n|---|---|---|\n| 1 | 2 | 3 |\n',
      'B',
      undefined,
    ],
    ['not beside another kind of header', '---\nkey: 1\n---\n\n# T\n', 'B', undefined],
    ['not where a header is not understood', '---\nA: 1\n\n# T\n', 'B', undefined],
    ['not without a neighbour', '# T\n\n## S\n', 'B', undefined],
  ] as const) {
    it(name, () => {
      const edits = insertField(parseDocument(text), template, spec(field));
      assert.equal(edits.length > 0 ? applyEdits(text, edits) : undefined, expected);
    });
  }
});

describe('a whole header', () => {
  for (const [text, expected] of [
    ['# T\n\n## S\n', '---\nkey: <x>\n---\n\n# T\n\n**A:** <x>\n**B:** <x>\n\n## S\n'],
    ['---\nx: y\n---\n# T\n', '---\nx: y\nkey: <x>\n---\n# T\n\n**A:** <x>\n**B:** <x>\n'],
    ['---\n---\n# T\n', '---\nkey: <x>\n---\n# T\n\n**A:** <x>\n**B:** <x>\n'],
    ['<h1>T</h1>\n\n## S\n', '---\nkey: <x>\n---\n\n<h1>T</h1>\n\n**A:** <x>\n**B:** <x>\n\n## S\n'],
    ['# T\r\ntext', '---\r\nkey: <x>\r\n---\r\n\r\n# T\r\n\r\n**A:** <x>\r\n**B:** <x>\r\n\r\ntext'],
    ['{"key": "x"}\n', '{"key": "x"}\n'],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.equal(applyEdits(text, insertHeader(parseDocument(text), template, template.fields)), expected);
    });
  }
});

describe('a value that is filled in', () => {
  for (const [matter, value, expected] of [
    ['key: <x> # c', 'Ada: one', 'key: "Ada: one" # c'],
    ["key: '<x>'", "it's", "key: 'it''s'"],
    ['key:', 'Ada', 'key: Ada'],
    ['key: # c', 'Ada', 'key: Ada # c'],
    ['key: ~', 'yes', 'key: "yes"'],
    ['key: null', '2026-01-02', 'key: 2026-01-02'],
    ['key: !!str <x>', 'Ada', 'key: !!str Ada'],
    ['key: &k <x>\nb: *k', 'Ada', undefined],
    ['key: {a: b}', 'Ada', undefined],
    ['key: [a]', 'Ada', undefined],
    ['key: |\n  a', 'Ada', undefined],
    ['key: <x>\nkey: b', 'Ada', undefined],
    ['key: <x>\nb: @c', 'Ada', undefined],
  ] as const) {
    it(JSON.stringify(matter), () => {
      const text = `---\n${matter}\n---\n`;
      const document = parseDocument(text);
      const [field] = document.fields;
      assert.ok(field);
      const edits = fillField(document, field, spec('key'), { value });
      const after = edits.length > 0 ? applyEdits(text, edits) : undefined;
      assert.equal(after, expected && `---\n${expected}\n---\n`);
    });
  }
});

describe('a status that is set', () => {
  for (const [text, word, expected] of [
    ['---\nstatus: draft # c\n---\n', 'In Progress', '---\nstatus: In Progress # c\n---\n'],
    ['---\nstatus: draft\n---\n', 'a: b', undefined],
    ['---\nstatus: [draft]\n---\n', 'a, b', undefined],
    ['+++\nstatus = "draft"\n+++\n', 'Final', '+++\nstatus = "Final"\n+++\n'],
    ['+++\nstatus = "draft"\n+++\n', 'a"b', undefined],
    ['# T\n\n**Status:** ~~Draft~~ Final, so far\n', 'Done', '# T\n\n**Status:** ~~Draft~~ Done, so far\n'],
    ['# T\n\nStatus = draft\n', 'Final', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} to ${word}`, () => {
      const document = parseDocument(text);
      const status = statusField(document) ?? assert.fail('no status');
      const edits = setStatus(document, status, word);
      assert.equal(edits.length > 0 ? applyEdits(text, edits) : undefined, expected);
    });
  }
});
