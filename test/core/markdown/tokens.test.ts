import assert from 'node:assert/strict';
import { findTokens, isLeftover } from '../../../src/core/markdown/tokens';

describe('findTokens', () => {
  for (const [text, expected] of [
    ['a <c d> e', ['<c d>']],
    ['<Incident / Workstream Name>', ['<Incident / Workstream Name>']],
    ['{short title} and {+ Title +}', ['{short title}', '{+ Title +}']],
    [
      '[FEATURE NAME], [e.g., [specific action] and more]',
      ['[FEATURE NAME]', '[e.g., [specific action] and more]'],
    ],
    ['YYYY-MM-DD yyyy/mm/dd NNNN XXXX SE-NNNN', ['YYYY-MM-DD', 'yyyy/mm/dd', 'NNNN', 'XXXX', 'NNNN']],
    ['`<c>` and ``{d}``', ['<c>', '{d}']],
    ['{YYYY-MM-DD of the change}', ['{YYYY-MM-DD of the change}']],
    ['<c\n  d>', ['<c d>']],
    ['[a](b) [a][b] [a]: b ![a](b) [^a] [x] [ ]', []],
    ['<br> <br/> </div> <a href="x"> <details open> <!-- <a b> -->', []],
    ['<https://example.org> <me@example.org> <a="b">', []],
    ['Map<K, V> a{b} f[i] \\<a b> \\[a b] {#anchor}', []],
    ['< a b > { a } <1 2> {1}', []],
    ['ANNNN NNNN_1 XXX YYYYMMDD', []],
    [
      '<a few words> <summary of the change> <details open> <section name="x">',
      ['<a few words>', '<summary of the change>'],
    ],
    ['[TOC] [[_TOC_]] [[Home]] {:toc} {: .label } {.wide}', []],
    ['{{< toc >}} {{% note %}} {% include x.html %} {{ site.title }} {{page.url}} {{#if a}}', []],
    [
      '{{ title }} {{name}} [[ your name ]] {e.g. this}',
      ['{{ title }}', '{{name}}', '[[ your name ]]', '{e.g. this}'],
    ],
    ['$' + '{VAR} %{var} @[mention] <Tab label /> <% x %>', []],
    ['[optional] [Required] [if applicable] ［任意］ [必須]', []],
    ['[if you have any, name them]', ['[if you have any, name them]']],
    ['{width=50%} {page.title} [text]{.small} [A-Za-z0-9_] [N/A]', []],
    ['[RFC 2119] [ISO-8601] [FR1] [ADR-0000] [RFC NNNN]', ['[ADR-0000]', '[RFC NNNN]']],
    ['\\(a_{n}\\) $\\frac{a}{b} \\in \\{0, 1\\}$ $$\\sum_{i=0}^{n} {x}$$ {y}', ['{y}']],
    ['from $5 {x} to $6, \\$ {y} $HOME', ['{x}', '{y}']],
    ['`$` {x} `$`', ['{x}']],
    ['［名称］（必須） ｛値｝ ＜氏名＞', ['[名称]', '{値}', '<氏名>']],
    ['<a b', []],
  ] as const) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        findTokens(text).map((token) => token.text),
        expected,
      ),
    );
  }

  it('gives their positions, and whether they are in code', () => {
    assert.deepEqual(findTokens('`<e f>` <c d>'), [
      { text: '<e f>', start: 1, end: 6, code: true },
      { text: '<c d>', start: 8, end: 13, code: false },
    ]);
  });
});

describe('isLeftover', () => {
  const set = { plain: new Set(['<name>', '[title]']), code: new Set(['{option}']) };
  for (const [text, code, expected] of [
    ['<name>', false, true],
    ['<name>', true, false],
    ['{option}', true, true],
    ['{option}', false, true],
    ['<other>', false, false],
    ['<two words>', false, true],
    ['<two words>', true, false],
    ['{two words}', false, false],
  ] as const) {
    it(`${text} ${code ? 'in code' : 'in text'}`, () => {
      assert.equal(isLeftover({ text, code, start: 0, end: text.length }, set), expected);
    });
  }
});
