import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { fieldKey, findField } from '../../../src/core/document/fields/fields';
import { applyEdits } from '../../../src/core/text/text';

/** The fields of a header, as `name=value`. */
function fieldsOf(header: string): string[] {
  const { fields } = parseDocument(`# Title\n\n${header}\n\n## Section\n\n**Not:** a field\n`);
  return fields.map(({ name, value }) => `${name}=${value}`);
}

describe('header fields', () => {
  for (const [header, expected] of [
    ['**Status:** Draft', ['Status=Draft']],
    ['**Status**: Draft', ['Status=Draft']],
    ['__Status:__ Draft', ['Status=Draft']],
    ['Status: Draft', ['Status=Draft']],
    ['- Status: Draft\n- Start Date: 2026-01-02', ['Status=Draft', 'Start Date=2026-01-02']],
    ['* **Status:** Draft\n+ **Author**: Ada', ['Status=Draft', 'Author=Ada']],
    ['| Status | Draft |\n|---|---|\n| **Author(s)** | Ada |', ['Status=Draft', 'Author(s)=Ada']],
    ['**A**: x | **B**: y', ['A=x', 'B=y']],
    ['**A:** x | y | z', ['A=x | y | z']],
    [
      '**Status:** Draft  \n**Author:** Ada\\\n**Created:** now',
      ['Status=Draft', 'Author=Ada', 'Created=now'],
    ],
    ['**Status:** one\ntwo\n  three \\\n**Author:** Ada', ['Status=one two three', 'Author=Ada']],
    ['**Status:** Draft\n\n**Author:** Ada', ['Status=Draft', 'Author=Ada']],
    ['**Status:**\n**Author:** Ada', ['Status=', 'Author=Ada']],
    ['**Status:** 🚧 **In** _progress_', ['Status=🚧 **In** _progress_']],
    ['See [tea](tea.md): it is good.\n\n**Status:** Draft', ['Status=Draft']],
    ['**Status :** Draft', ['Status=Draft']],
    ['**Status** : Draft', ['Status=Draft']],
    ['Status : Draft', ['Status=Draft']],
    ['Status:: Draft', ['Status=Draft']],
    ['status: draft', ['status=draft']],
    ['STATUS: Draft', ['STATUS=Draft']],
    ['*Status:* Draft', ['Status=Draft']],
    ['_Status: Draft_', ['Status=Draft']],
    ['**Status: Draft**', ['Status=Draft']],
    ['**Status：** Draft', ['Status=Draft']],
    ['**Status**：Draft', ['Status=Draft']],
    ['状态：草稿', ['状态=草稿']],
    ['1. Status: Draft', ['Status=Draft']],
    ['- [x] Status: Draft', ['Status=Draft']],
    ['> **Status:** Draft', ['Status=Draft']],
    ['> [!WARNING]\n> **Status:** Draft', ['Status=Draft']],
    ['{: .note }\n**Status:** Draft', ['Status=Draft']],
    [':::note\n**Status:** Draft\n:::', ['Status=Draft']],
    ['**A:** x · **B:** y', ['A=x', 'B=y']],
    ['**A:** x, **B:** y', ['A=x', 'B=y']],
    ['**A:** x **B:** y', ['A=x', 'B=y']],
    ['**A:** x<br>**B:** y', ['A=x', 'B=y']],
    ['A: x • B: y&nbsp; C: z', ['A=x', 'B=y', 'C=z']],
    ['**A:** x<br/>\n**B:** y&nbsp;', ['A=x', 'B=y']],
    ['**A: x** | **B: y**', ['A=x', 'B=y']],
    ['**A:** x &middot; **B:** y', ['A=x', 'B=y']],
    ['状態：x・著者：y｜日付：z', ['状態=x', '著者=y', '日付=z']],
    ['| Field | Value |\n|---|---|\n| A | x |', ['A=x']],
    ['| | |\n|---|---|\n| A | x |', ['A=x']],
    ['**A:** x **bold** y', ['A=x **bold** y']],
    ['**A:** x, **Note:** y', ['A=x, **Note:** y']],
    ['**A:** <!-- c --> x <!-- d -->', ['A=x']],
    ['**A:** <!-- c -->', ['A=']],
    ['A | x\n:-- | :--\nB | y', ['A=x', 'B=y']],
    ['| A | B | C |\n|---|---|---|\n| x | y | |', ['A=x', 'B=y', 'C=']],
    ['| Status | Author |\n|---|---|\n| Draft | Ada |', ['Status=Draft', 'Author=Ada']],
    ['| A | B | C |\n|---|---|---|\n| x | y | z |\n| x | y | z |', []],
    ['| A \\| B | x |\n|---|---|', []],
    ['Status: Draft\nAuthor:\nDate: now', ['Status=Draft', 'Author=', 'Date=now']],
    ['- Author:\n- Date:', ['Author=', 'Date=']],
    ['- **Status:** Draft\n- Author :  \n- 日付：', ['Status=Draft', 'Author=', '日付=']],
    ['Goals:\n\n- Tea\n- Milk', []],
    ['- Goals:\n- milk and sugar are wanted', []],
    ['- Goals:\n  - Tea\n- Authors:', []],
    ['- Goals:', []],
    ['Title: Tea\nAuthors:\n  - Ada\nDate: now', ['Title=Tea Authors:']],
    ['Title: Tea\nAuthors:\n\n- Ada', ['Title=Tea Authors:']],
    ['We want this:\nTea: green', []],
    ['note: remember', []],
    ['so we want one thing: tea', []],
    ['Status:Draft', []],
    ['**Note:** mind the gap', []],
    ['> **Note:** quoted', []],
    ['**Status**', []],
    ['The following holds:', []],
    ['This sentence has far too many words: it is prose', []],
    ['http://example.org: a link', []],
    ['<!-- Status: Draft -->', []],
    ['```\nStatus: Draft\n```', []],
    ['<instructions>\nStatus: Draft\n</instructions>', []],
  ] as const) {
    it(JSON.stringify(header), () => assert.deepEqual(fieldsOf(header), expected));
  }

  it('are read from front matter that is not valid YAML', () => {
    const text =
      '---\n# remark\nstatus: "a: b"\ndate: {YYYY}\nauthors:\n  - Ada\n- Grace\nempty:\n---\n\n# Title\n';
    assert.deepEqual(
      parseDocument(text).fields.map(({ name, value, style }) => [name, value, style]),
      [
        ['status', 'a: b', 'yaml'],
        ['date', '{YYYY}', 'yaml'],
        ['authors', 'Ada, Grace', 'yaml'],
        ['empty', '', 'yaml'],
      ],
    );
  });

  it('have correct ranges of names and values', () => {
    const text = '# T\n\n- **A:** one\n  two\n- **B**: x | **C**: y z\n\n| D | e f |\n|---|---|\n| G | |\n';
    for (const { name, value, nameRange, valueRange } of parseDocument(text).fields) {
      const marked = applyEdits(text, [
        { range: nameRange, newText: 'NAME' },
        { range: valueRange, newText: value === '' ? '' : 'VALUE' },
      ]);
      assert.ok(marked.includes('NAME'), name);
      assert.equal(marked.includes('VALUE'), value !== '', marked);
      assert.ok(!marked.includes(value) || value === '', marked);
    }
  });
});

describe('findField', () => {
  const { fields } = parseDocument('# T\n\n**Authors:** Ada\n**Start-date:** now\n');
  for (const name of ['Author', 'authors', 'AUTHOR(S)', 'Author(s)', 'Author #']) {
    it(`finds Authors as ${name}`, () => assert.equal(findField(fields, [name])?.value, 'Ada'));
  }

  it('returns the field of the first name that exists', () => {
    assert.equal(findField(fields, ['Date', 'Start Date'])?.value, 'now');
    assert.equal(findField(fields, ['Status']), undefined);
    assert.equal(fieldKey('Author(s)'), fieldKey('author'));
    assert.equal(fieldKey('Authors (if any)'), fieldKey('author'));
    for (const name of ['Issue #', 'Issue No.', 'Issue Nº', 'Ｉｓｓｕｅ', 'Issues']) {
      assert.equal(fieldKey(name), fieldKey('Issue'), name);
    }
  });
});
