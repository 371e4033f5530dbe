import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { anchorLine, anchorsOf, resolvedAnchors } from '../../../src/core/document/links/anchors';
import { decoded, readLinks } from '../../../src/core/document/links/links';
import { editDistance } from '../../../src/core/text/distance';

/** Each text with the addresses of its links, and their source if that differs. */
describe('readLinks', () => {
  for (const [text, expected, written = expected] of [
    ['[a](b.md) ![c](d.png "t") [e](<f g.md>)', ['b.md', 'd.png', 'f g.md']],
    ['[a](b(c).md) [![d](e.png)](f.md)', ['b(c).md', 'e.png', 'f.md']],
    ['[a]( b.md ) [c](\tb.md)', ['b.md', 'b.md']],
    ['[a](b c.md) [a](b.md', []],
    ['[a](<b> c) [d](((e).md)', []],
    ['[a](\nb.md) [c](d.md\n"t")', ['b.md', 'd.md']],
    [
      '\\[a](b.md) [c\\](d.md) [e](f\\_g.md) [h](i&amp;j.md)',
      ['f_g.md', 'i&j.md'],
      ['f\\_g.md', 'i&amp;j.md'],
    ],
    ['[a](b\\(c.md) [d](<e\\>f.md>)', ['b(c.md', 'e>f.md'], ['b\\(c.md', 'e\\>f.md']],
    ['`[a](b.md)` <!-- [a](b.md) --> <x y="[a](b.md)">', []],
    ['```\n[a](b.md)\n```\n\n    [a](b.md)', []],
    ['[a [b](c.md)](d.md) ![a [b](c.md)](d.md)', ['c.md', 'd.md']],
    ['[a `](b.md)` ](c.md)', ['c.md']],
    ['<https://a.md> <a@b.md>', []],
    ['[a][] [d e] ![f][g]\n\n[a]: b.md\n[D  E]: <d e.md> "t"\n[g]: h.md', ['b.md', 'd e.md', 'h.md']],
    ['[a]\n\n[a]: b.md\n[a]: c.md\n[unused]: d.md', ['b.md']],
    ['[a [b] c](d.md)\n\n[b]: e.md', ['e.md']],
    ['[a]\n\n[a]:\n  b.md\n\n> [b]\n>\n> [b]:\n> c.md\n\n- [c]\n\n  [c]: d.md', ['b.md', 'c.md', 'd.md']],
    ['[a]\n\n[a]: b.md "t\nu\n"\n', ['b.md']],
    ['[a]\n\n[a]: b.md "t"u', []],
    ['[a]\n[a]: b.md', []],
    ['x[^1] y[^2]\n\n[^1]: gone.md\n[^2]: [x](there.md)\n', ['there.md']],
    ['[//]: # (c)\n[c]: <> (d)', []],
    ['> - [a\n> b](c.md)\nd [e](f.md)', ['c.md', 'f.md']],
    ['- [a](b.md)\n\n\t[c](d.md)\n\n  > [e](f.md)', ['b.md', 'd.md', 'f.md']],
    [
      '# [a](b.md) #\n\n> ## [c](d.md)\n\n- # [e](f.md) ##\n\n[g](h.md)\n===',
      ['b.md', 'd.md', 'f.md', 'h.md'],
    ],
    ['| [a](b.md) |\n|---|\n| [c](d.md) |', ['b.md', 'd.md']],
    ['> [a](b.md) | [c\\|d](e.md)\n> -|-\n> `|` | [f](g.md)', ['b.md', 'e.md', 'g.md']],
    ['<a href="b.md">c</a> <img alt=x src=\'d.png\'> <a\nhref=e.md>', ['b.md', 'd.png', 'e.md']],
    [
      '<div>\n<a class="x" href="a&amp;b.md">\n[c](d.md)\n<!-- <a href="x"> -->\n</div>',
      ['a&b.md'],
      ['a&amp;b.md'],
    ],
    ['<script>\n"<a href=\'x\'>"\n</script>', []],
    ['<b href="x.md"> <a name="y" data-href="z.md">', []],
    ['\u00a0\n[a](b.md)\n\u00a0', ['b.md']],
    ['\f\n[a](b.md)\n\f', ['b.md']],
    ['a\0b [c](d.md)', ['d.md']],
  ] as readonly (readonly [string, readonly string[], (readonly string[])?])[]) {
    it(JSON.stringify(text), () => {
      const document = parseDocument(text);
      const links = readLinks(document);
      assert.deepEqual(
        links.map((link) => link.target),
        expected,
      );
      const sources = links.map(({ range: { start, end } }) => {
        assert.equal(start.line, end.line);
        return document.lines[start.line]?.text.slice(start.character, end.character);
      });
      assert.deepEqual(sources, written);
    });
  }

  it('takes linear time on nested images', () => {
    const text = `${'!['.repeat(20_000)}a${'](b)'.repeat(20_000)}`;
    assert.ok(readLinks(parseDocument(text)).length <= 20_000);
  });
});

describe('a target', () => {
  it('is unescaped; invalid escapes are kept', () => {
    for (const [target, expected] of [
      ['a%20b', 'a b'],
      ['%E6%97%A5', '日'],
      ['100%', '100%'],
      ['100%-%20', '100%- '],
      ['%FF%20', '%FF%20'],
      ['%ff-%20', '%ff- '],
    ] as const)
      assert.equal(decoded(target), expected);
  });
});

describe('anchors', () => {
  const has = (text: string, anchor: string): number | undefined =>
    anchorLine(anchorsOf(parseDocument(text)), anchor);

  it('number duplicates, and include explicit ids', () => {
    const document = parseDocument('# A\n\n## B {#Bee}\n\n## C\n\n## C\n\n<a name="here"></a>\n');
    const { names, lines } = anchorsOf(document);
    assert.deepEqual(names, ['a', 'b-bee', 'c', 'c-1', 'Bee', 'here']);
    assert.deepEqual(
      ['a', 'b-bee', 'b', 'bee', 'c', 'c-1', 'here', 'c-2'].map((name) => lines.get(name)),
      [0, 2, 2, 2, 4, 6, 8, undefined],
    );
  });

  it('are numbered as by GitHub and as by github-slugger if another heading has the number', () => {
    assert.deepEqual(
      ['again', 'again-1', 'again-2'].map((name) => has('# Again\n# Again 1\n# Again', name)),
      [0, 1, 2],
    );
  });

  it('exist in quotes, lists, tables and HTML', () => {
    const text = [
      '> # Quoted',
      '',
      '- # Listed',
      '',
      '<h3 class="x">In <b>HTML</b> &amp; more</h3>',
      '',
      '<div id="div"></div>',
      '',
      'A <span id=span>, `<a id="code">`.',
      '',
      '| <i id="cell"> |',
      '|-|',
      '',
      '```html',
      '<a id="fence">',
      '```',
      '',
      '<!-- <a id="comment"> -->',
      '',
      '# Quoted',
    ].join('\n');
    const there = ['quoted', 'listed', 'in-html--more', 'div', 'span', 'cell', 'quoted-1'];
    assert.deepEqual(
      there.map((name) => has(text, name)),
      [0, 2, 4, 6, 8, 10, 19],
    );
    assert.deepEqual(
      ['code', 'fence', 'comment', 'quoted-2'].filter((name) => has(text, name) !== undefined),
      [],
    );
  });

  for (const heading of [
    '# A b {#own}',
    '# A b { #own }',
    '# A b {: #own }',
    '# A b {#own .class key=val}',
    '# A b {/* #own */}',
    '{#own}\n# A b',
    '# A b\n{: #own}',
    '# A b\n{: id="own" }',
    '[](){ #own }\n\n# A b',
    '# A b <a id="own"></a>',
    '# <a name="own"></a>A b',
  ]) {
    it(`${JSON.stringify(heading)} has its own id`, () => {
      assert.notEqual(has(heading, 'own'), undefined);
      assert.notEqual(has(heading, 'a-b'), undefined);
      assert.notEqual(has(heading, 'user-content-own'), undefined);
      assert.equal(has(`${heading.replace('own', 'other')}\n\nA \`{#own}\`.`, 'own'), undefined);
    });
  }

  it('depend on link definitions in other sections', () => {
    assert.equal(has('# The [pot][p]', 'the-pot'), undefined);
    assert.equal(has('# The [pot][p]', 'the-potp'), 0);
    assert.equal(has('# The [pot][p]\n\n# B\n\n[p]: x.md', 'the-pot'), 0);
  });

  it('have the line of their heading', () => {
    const links = resolvedAnchors(
      parseDocument('# A\n\n[a](#a) [b](#b) [c](#%41) [d][] [e](x.md#a)\n\n[d]: #a\n'),
    );
    assert.deepEqual(
      links.map(({ target, line }) => [target, line]),
      [
        ['#a', 0],
        ['#%41', 0],
        ['#a', 0],
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
