import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { scaffold } from '../../../src/core/scaffold/scaffold';
import { readTemplate } from '../../../src/core/template/template';

/** The title with its range cut out of the text, and the names of all sections. */
function read(text: string): string[] {
  const { title, lines, sections } = parseDocument(text);
  const shown = title
    ? lines[title.line]?.text.slice(title.range.start.character, title.range.end.character)
    : 'none';
  return [`${title?.text ?? ''} = ${shown}`, ...sections.map(({ heading }) => heading.text)];
}

describe('the title', () => {
  for (const [name, text, expected] of [
    ['is the first heading if the next is deeper', '# A\n\n## B\n', ['A = A', 'B']],
    ['is an H1 above header fields', '# A\n\n**Status:** Draft\n\n# B\n', ['A = A', 'B']],
    [
      'is a first heading above fields that teams use, whatever its level',
      '## A\n\n* **Owners:**\n  * `@ada`\n\n## B\n',
      ['A = A', 'B'],
    ],
    [
      'is a first heading above a paragraph of fields',
      '### A\n\nRFC: 12\n**Author:** Ada\n\n### B\n',
      ['A = A', 'B'],
    ],
    ['is none above other labels', '## A\n\n- **Fast:** tea\n\n## B\n', [' = none', 'A', 'B']],
    ['is none above an H1 without a header', '# A\n\nTea.\n\n# B\n', [' = none', 'A', 'B']],
    ['is none with a mark', '# A (Required)\n\n## B\n', [' = none', 'A (Required)', 'B']],
    ['is an H1 in HTML', '<h1 align="center">A <b>b</b></h1>\n\n## B\n\n### C\n', ['A b = A <b>b', 'B', 'C']],
    [
      'is the first of such headings with a text, on lines of its own, in other tags',
      '<div>\n<h1><img src="x.png"></h1>\n</div>\n\n<h1>\n  <a href="x">A</a>\n</h1>\n\n## B\n',
      ['A = A', 'B'],
    ],
    ['is a Markdown H1 rather than one in HTML', '<h1>Logo</h1>\n\n# A\n\n## B\n', ['A = A', 'B']],
    ['is not in a comment', '<!-- <h1>X</h1> -->\n\n## A\n\n## B\n', [' = none', 'A', 'B']],
  ] as const) {
    it(name, () => assert.deepEqual(read(text), expected));
  }

  it('has the header fields below it', () => {
    const { fields } = parseDocument('<h1>A</h1>\n\n**Status:** Draft\n\n## B\n');
    assert.deepEqual(
      fields.map((field) => `${field.name}: ${field.value}`),
      ['Status: Draft'],
    );
  });

  it('is filled into a template that has it in HTML', () => {
    const template = readTemplate('<h1>\n  Title\n</h1>\n\n## Why (Required)\n\nSay it.\n', 't.md');
    const { text } = scaffold(template, { title: 'Kettle', today: '2026-01-02' });
    assert.equal(text, '<h1>\n  Kettle\n</h1>\n\n## Why\n\nSay it.\n');
  });
});
