import assert from 'node:assert/strict';
import { githubSlug, readAnchors } from '../../../src/core/document/anchors';
import { parseDocument } from '../../../src/core/document/document';
import { readLinks } from '../../../src/core/document/links';
import { editDistance } from '../../../src/core/text/distance';

describe('readLinks', () => {
  for (const [text, expected] of [
    ['[a](b.md) ![c](d.png "t") [e](<f g.md>)', ['b.md', 'd.png', 'f g.md']],
    ['[a](b(c).md) [![d](e.png)](f.md)', ['b(c).md', 'e.png', 'f.md']],
    ['[a]( b.md ) [c](\tb.md)', ['b.md', 'b.md']],
    ['[a](b c.md) [a](b.md', []],
    ['`[a](b.md)` <!-- [a](b.md) -->', []],
    ['```\n[a](b.md)\n```\n\n    [a](b.md)', []],
    ['[a]\n\n[a]: b.md\n[c]: <d e.md> "t"', ['b.md', 'd e.md']],
    ['> - [a\n> b](c.md)', ['c.md']],
    ['| [a](b.md) |\n|---|\n| [c](d.md) |', ['b.md', 'd.md']],
  ] as const) {
    it(JSON.stringify(text), () => {
      const document = parseDocument(text);
      const links = readLinks(document);
      assert.deepEqual(
        links.map((link) => link.target),
        expected,
      );
      for (const { target, range } of links) {
        const line = document.lines[range.start.line]?.text ?? '';
        assert.equal(line.slice(range.start.character, range.end.character), target);
      }
    });
  }
});

describe('anchors', () => {
  for (const [heading, slug] of [
    ['Security / Privacy', 'security--privacy'],
    ['What’s new?', 'whats-new'],
    ['`a_b`: c.d', 'a_b-cd'],
    ['[Tea](tea.md) & milk', 'tea--milk'],
    ['Über Größe', 'über-größe'],
    ['概要', '概要'],
    ['1. First', '1-first'],
  ] as const) {
    it(heading, () => assert.equal(githubSlug(heading), slug));
  }

  it('number what repeats, and hold explicit ones', () => {
    const document = parseDocument('# A\n\n## B {#Bee}\n\n## C\n\n## C\n\n<a name="here"></a>\n');
    assert.deepEqual(
      [...readAnchors(document)],
      [
        ['a', 0],
        ['b-bee', 2],
        ['c', 4],
        ['c-1', 6],
        ['Bee', 2],
        ['here', 8],
      ],
    );
  });
});

describe('editDistance', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['draft', 'darft', 1],
    ['kitten', 'sitting', 3],
  ] as const) {
    it(`${a} to ${b}`, () => {
      assert.equal(editDistance(a, b), distance);
      assert.equal(editDistance(b, a), distance);
    });
  }
});
