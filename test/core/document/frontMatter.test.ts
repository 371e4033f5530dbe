/** Front matter: its fields, their ranges, and headers that cannot be parsed. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';

/** The fields of front matter, as `name=value`, each with the source of its value. */
function read(matter: string, fence = '---', close = fence): string[] {
  const { fields, lines } = parseDocument(`${fence}\n${matter}${close}\n\n# T\n`);
  return fields.map(({ name, value, valueRange: { start, end } }) => {
    const own = lines.slice(start.line, end.line + 1).map(({ text }) => text);
    own.push((own.pop() ?? '').slice(0, end.character));
    own.unshift((own.shift() ?? '').slice(start.character));
    return `${name}=${value} <${own.join('/')}>`;
  });
}

describe('front matter in YAML', () => {
  for (const [matter, expected] of [
    ['a: b', ['a=b <b>']],
    ['a:   b c  ', ['a=b c <b c>']],
    ['a: b # c', ['a=b <b>']],
    ['a: b#c', ['a=b#c <b#c>']],
    ['a: #44', ['a= <>']],
    ['# a: b\n\n  # c: d\na: b', ['a=b <b>']],
    ['a: "b # \\"c\\"" # d', ['a=b # "c" <"b # \\"c\\"">']],
    ["a: 'it''s' # d", ["a=it's <'it''s'>"]],
    ['a: "b\n  c"', ['a=b c <"b/  c">']],
    ['a: "\\u0041\\x42\\n"', ['a=AB <"\\u0041\\x42\\n">']],
    ['"a b": c\n\'d\': e', ['a b=c <c>', 'd=e <e>']],
    ['a: &x Ada\nb: !!str 2026-01-01', ['a=Ada <Ada>', 'b=2026-01-01 <2026-01-01>']],
    ['a: ~\nb: null\nc: ""\nd:\ne: []', ['a= <~>', 'b= <null>', 'c= <"">', 'd= <>', 'e= <[]>']],
    ['a: b\n  c\n\n  d # e\nf: g', ['a=b c d <b/  c//  d>', 'f=g <g>']],
    ['a: >-\n  b\n\n  c\nd: e', ['a=b c <b//  c>', 'd=e <e>']],
    ['a: |2 # d\n    # b\n  c\n', ['a=# b c <# b/  c>']],
    ['a:\n  - b # c\n  # d\n  - "e"\n', ['a=b, e <- b # c/  # d/  - "e">']],
    ['a: # x\n- b\n-\n- c: d\nf: g', ['a=b, c: d <- b/-/- c: d>', 'f=g <g>']],
    ['a: [b, "c, d", [e]] # f', ['a=[b, "c, d", [e]] <[b, "c, d", [e]]>']],
    ['a: [\n  b, # x\n  c\n]\nd: e', ['a=[ b, # x c ] <[/  b, # x/  c/]>', 'd=e <e>']],
    ['a: [b](c)', ['a=[b](c) <[b](c)>']],
    ['a:\n  b: c\n  d: e\nf: g', ['a=b: c d: e <b: c/  d: e>', 'f=g <g>']],
    ['状态: 草稿', ['状态=草稿 <草稿>']],
    ['a: b: c', ['a=b: c <b: c>']],
    ['a: "b', ['a="b <"b>']],
  ] as const) {
    it(JSON.stringify(matter), () => assert.deepEqual(read(`${matter}\n`), expected));
  }

  it('may end with dots', () => assert.deepEqual(read('a: b\n', '---', '...'), ['a=b <b>']));

  it('has list items', () => {
    const [field] = parseDocument('---\na:\n  - "b" # c\n  - d\n---\n').fields;
    assert.deepEqual(
      field?.items?.map(({ value, range: { start, end } }) => [
        value,
        start.line,
        start.character,
        end.character,
      ]),
      [
        ['b', 2, 4, 7],
        ['d', 3, 4, 5],
      ],
    );
    assert.deepEqual(
      parseDocument('---\na: [b, "c, d" , e]\n---\n').fields[0]?.items?.map(({ value }) => value),
      ['b', 'c, d', 'e'],
    );
  });
});

describe('front matter in TOML', () => {
  for (const [matter, expected] of [
    ['a = "b" # c', ['a=b <"b">']],
    ['a = \'b\'\n"c d" = 1', ["a=b <'b'>", 'c d=1 <1>']],
    ['a = 2026-01-01\nb = true', ['a=2026-01-01 <2026-01-01>', 'b=true <true>']],
    ['a = ["b", "c"]', ['a=b, c <["b", "c"]>']],
    ['a = [\n  "b", # x\n  "c",\n] # y\nd = "e"', ['a=b, c <[/  "b", # x/  "c",/] # y>', 'd=e <"e">']],
    ['a = """\nb\nc"""\nd = 1', ['a=b c <"""/b/c""">', 'd=1 <1>']],
    ['a = { b = 1 }\nc.d = 2\ne = 3\n[f]\ng = 4', ['e=3 <3>']],
    ['', []],
  ] as const) {
    it(JSON.stringify(matter), () => assert.deepEqual(read(`${matter}\n`, '+++'), expected));
  }

  it('is not parsed as Markdown', () => {
    const { title, sections, frontMatter } = parseDocument(
      '\uFEFF+++\r\n# a = 1\r\n+++\r\n# T\r\n\r\n## S\r\n',
    );
    assert.deepEqual([title?.text, sections.length, frontMatter?.end], ['T', 1, 3]);
  });
});

describe('a header', () => {
  for (const [text, kind] of [
    ['# T\n\n**A:** b\n', 'none'],
    ['---\na: b\n---\n', 'yaml'],
    ['---\n---\n', 'yaml'],
    ['---\r\na:\r\n- b\r\n---\r\n', 'yaml'],
    ['+++\na = 1\n+++\n', 'toml'],
    ['+++\n+++\n', 'toml'],
    ['+++\na: b\n+++\n', 'unknown'],
    ['+++\na = 1\n', 'unknown'],
    ['---\na: b\n\n# T\n', 'unknown'],
    ['---\n{a: b}\n---\n', 'unknown'],
    ['---\n- a: b\n---\n', 'unknown'],
    ['---\nonly a scalar\n---\n', 'unknown'],
    ['{\n"a": "b"\n}\n', 'unknown'],
    ['{"a": "b"}\n', 'unknown'],
    ['---json\n{"a": "b"}\n---\n', 'unknown'],
    [';;;\n"a": "b"\n;;;\n', 'unknown'],
    ['<!--\na: b\nc: d\n-->\n\n# T\n', 'unknown'],
    ['<!-- c\nd -->\n\n---\na: b\n---\n', 'unknown'],
    ['\n---\na: b\n---\n', 'unknown'],
    ['# T\n\n```yaml\na: b\nc: d\n```\n', 'unknown'],
    ['# T\n\n<dl><dt>A</dt><dd>b</dd></dl>\n', 'unknown'],
    ['<!-- a: b -->\n\n# T\n', 'none'],
    ['<!--\nRead this first.\na: b\nMore text.\n-->\n\n# T\n', 'none'],
    ['---\n\n# T\n', 'none'],
    ['{: .no_toc }\n# T\n', 'none'],
    ['{{ include }}\n# T\n', 'none'],
    ['```js\nconst a = 1;\n```\n', 'none'],
    ['', 'none'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${kind}`, () => assert.equal(parseDocument(text).header, kind));
  }
});
