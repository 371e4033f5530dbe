import assert from 'node:assert/strict';
import type { Document } from '../../../src/core/document/document';
import { parseDocument } from '../../../src/core/document/document';
import { contentEnd } from '../../../src/core/document/sections';

/** The title and sections as `level text start-end/bodyEnd`. */
function shape({ title, sections }: Document): string[] {
  return [
    `title ${title?.text ?? '-'}`,
    ...sections.map(
      ({ heading, start, end, bodyEnd }) => `${heading.level} ${heading.text} ${start}-${end}/${bodyEnd}`,
    ),
  ];
}

describe('parseDocument', () => {
  for (const [name, text, expected] of [
    ['nothing', '', ['title -']],
    ['a title alone', '# A', ['title A']],
    ['a heading that is none', '## A', ['title -', '2 A 0-1/1']],
    [
      'sections and subsections',
      '# A\n## B\nb\n### C\n## D\n',
      ['title A', '2 B 1-4/3', '3 C 3-4/4', '2 D 4-6/6'],
    ],
    ['a title at H2', '## A\n### B\n', ['title A', '3 B 1-3/3']],
    ['sections at H1', '# A\n# B\n', ['title -', '1 A 0-1/1', '1 B 1-3/3']],
    ['a title before header fields', '# A\n\nStatus: x\n\n# B\n', ['title A', '1 B 4-6/6']],
    [
      'a first heading with a mark',
      '# A (Required)\n## B\n',
      ['title -', '1 A (Required) 0-3/1', '2 B 1-3/3'],
    ],
    ['sections only', '## A\n## B\n', ['title -', '2 A 0-1/1', '2 B 1-3/3']],
    ['skipped levels', '# A\n##### B\n### C\n', ['title A', '5 B 1-2/2', '3 C 2-4/4']],
    ['underlined headings', 'A\n=\n\nB\nb\n---\nc', ['title A', '2 B b 3-7/7']],
    [
      'headings in code, comments, quotes and lists',
      '# A\n```\n# B\n```\n<!--\n# C\n-->\n> # D\n- # E\n',
      ['title A'],
    ],
    [
      'headings in instructions',
      '# A\n# <instructions>\n# B\n# </instructions>\n## C\n',
      ['title A', '2 C 4-6/6'],
    ],
    ['front matter', '---\ntitle: x\n# no\n---\n# A\n## B\n', ['title A', '2 B 5-7/7']],
    ['an empty heading', '# A\n##\n## B\n', ['title A', '2  1-2/2', '2 B 2-4/4']],
  ] as const) {
    it(name, () => assert.deepEqual(shape(parseDocument(text)), expected));
  }

  it('gives the range of the text of a heading', () => {
    for (const [text, start, end] of [
      ['##  A b  ##', 4, 7],
      ['   ## # A', 6, 9],
      ['## ## ##', 3, 5],
      ['  A b\n---', 2, 5],
      ['## A {#b}', 3, 9],
      ['\uFEFF## A', 3, 4],
    ] as const) {
      const [section] = parseDocument(text).sections;
      assert.deepEqual(
        [section?.heading.range.start.character, section?.heading.range.end.character],
        [start, end],
        text,
      );
    }
  });

  it('gives each section its own blocks, and the preamble the rest', () => {
    const { preamble, sections } = parseDocument('# A\n\na\n\n## B\n\nb\n\n### C\n\nc\n\n- d\n');
    assert.deepEqual(
      preamble.map((block) => block.content),
      ['a'],
    );
    assert.deepEqual(
      sections.map((section) => section.blocks.map((block) => block.kind)),
      [['paragraph'], ['paragraph', 'list']],
    );
    assert.equal(sections[1]?.parent, sections[0]);
    assert.deepEqual(sections[0]?.children, [sections[1]]);
  });

  it('ends the content of a section before its trailing definitions', () => {
    const text = '## A\n\n[x]: y\n\nText.\n\n[a]: b\n[c]: d\n\n## B\n\n[e]: f\n';
    assert.deepEqual(parseDocument(text).sections.map(contentEnd), [5, 10]);
  });

  it('gives the same positions for all line endings', () => {
    const text =
      '---\na: b\n---\n# A\n\n**S:** x\n\n<instructions>\ny\n</instructions>\n\n## B (Required)\n\n- [ ] c\n';
    const expected = shape(parseDocument(text));
    for (const end of ['\r\n', '\r']) {
      assert.deepEqual(shape(parseDocument(`\uFEFF${text.replaceAll('\n', end)}`)), expected);
    }
  });
});
