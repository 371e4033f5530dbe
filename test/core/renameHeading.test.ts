/** Renaming a heading, with the links to it. */

import assert from 'node:assert/strict';
import { parseDocument } from '../../src/core/document/document';
import { renamedLinks } from '../../src/core/edits/renamedAnchors';
import type { HeadingRename, RenameRefusal } from '../../src/core/edits/renameHeading';
import { headingAt, renameHeading } from '../../src/core/edits/renameHeading';
import { applyEdits } from '../../src/core/text/text';

const PATH = 'docs/rfcs/0001-tea.md';

function at(text: string, place: string): { line: number; character: number } {
  const line = text.split(/\r?\n/).findIndex((one) => one.includes(place));
  assert.ok(line >= 0, place);
  return { line, character: 1 };
}

function rename(text: string, heading: string, name: string): HeadingRename | RenameRefusal {
  return renameHeading(parseDocument(text), PATH, at(text, heading), name);
}

function renamed(text: string, heading: string, name: string): string {
  const result = rename(text, heading, name);
  assert.ok(!('refused' in result), JSON.stringify(result));
  return applyEdits(text, result.edits);
}

function refused(text: string, heading: string, name: string): string {
  const result = rename(text, heading, name);
  assert.ok('refused' in result, 'it was not refused');
  return String(result.refused);
}

const TEXT = `# Tea

See [the goals](#goals), [again](#GOALS "Goals"), <a href="#goals">here</a>, [self](0001-tea.md#goals),
[ref][g] and [root](/docs/rfcs/0001-tea.md#goals). Not [other](#tea), [else](other.md#goals) or \`#goals\`.

[g]: #goals

## Goals ##

Text.
`;

describe('renaming a heading', () => {
  it('rewrites each link to it, and nothing else', () => {
    assert.equal(
      renamed(TEXT, '## Goals', 'Aims & Ends'),
      TEXT.replaceAll('(#goals)', '(#aims--ends)')
        .replace('#GOALS "', '#aims--ends "')
        .replace('"#goals"', '"#aims--ends"')
        .replaceAll('0001-tea.md#goals', '0001-tea.md#aims--ends')
        .replace('[g]: #goals', '[g]: #aims--ends')
        .replace('## Goals ##', '## Aims & Ends ##'),
    );
  });

  it('rewrites the links of other documents that lead to it', () => {
    const rename = renameHeading(parseDocument(TEXT), PATH, at(TEXT, '## Goals'), 'Aims');
    assert.ok(!('refused' in rename));
    const other =
      '[a](rfcs/0001-tea.md#goals) [b](rfcs/0002-tea.md#goals) [c](rfcs/0001-tea.md#tea) [d](#goals)\n';
    assert.equal(
      applyEdits(other, renamedLinks(other, 'docs/README.md', rename)),
      other.replace('0001-tea.md#goals', '0001-tea.md#aims'),
    );
    const plain = 'No link.\n';
    assert.deepEqual(renamedLinks(plain, 'README.md', rename), []);
  });

  it('keeps links to headings whose number changes with it', () => {
    const text = '# Tea\n\n[1](#step) [2](#step-1) [3](#step-2)\n\n## Step\n\n## Step\n\n### Step\n';
    assert.equal(
      renamed(text, '## Step', 'Start'),
      '# Tea\n\n[1](#start) [2](#step) [3](#step-1)\n\n## Start\n\n## Step\n\n### Step\n',
    );
  });

  it('keeps line endings, front matter, an explicit id and a byte order mark', () => {
    const text =
      '\uFEFF---\r\nstatus: draft\r\n---\r\n# Tea\r\n\r\n## Goals {#why}\r\n\r\n[a](#why) [b](#goals)\r\n';
    assert.equal(
      renamed(text, '## Goals', 'Aims'),
      // GitHub, which knows no such ids, has the words of the id in the anchor.
      text.replace('## Goals', '## Aims').replace('#goals', '#aims-why'),
    );
  });

  it('renames the title, and an underlined heading', () => {
    const text = 'Tea\n===\n\n[top](#tea)\n\nGoals\n-----\n\n[a](#goals)\n';
    assert.equal(
      renamed(text, 'Tea', 'Über Tee'),
      text.replace('Tea\n', 'Über Tee\n').replace('#tea', '#%C3%BCber-tee').replace('%C3%BC', 'ü'),
    );
    assert.equal(
      renamed(text, 'Goals', 'Aims'),
      text.replace('Goals\n', 'Aims\n').replace('#goals', '#aims'),
    );
  });

  it('changes nothing but the heading if its anchor stays', () => {
    assert.equal(renamed(TEXT, '## Goals', 'goals!'), TEXT.replace('## Goals', '## goals!'));
  });

  it('refuses a place that is no heading', () => {
    for (const place of ['Text.', 'See [', '[g]:'])
      assert.match(refused(TEXT, place, 'X'), /no heading here/);
    const text = '# A\n\n```\n## B\n```\n\n<!--\n## C\n-->\n';
    for (const place of ['## B', '## C']) assert.match(refused(text, place, 'X'), /no heading here/);
  });

  it('refuses a name without an anchor, or with that of another heading or id', () => {
    for (const name of ['', '  ', '!?', '? !'])
      assert.match(refused(TEXT, '## Goals', name), /gives no anchor/);
    assert.match(refused(TEXT, '## Goals', 'TEA'), /Line 1 has the anchor "tea" already/);
    const text = '# A\n\n## B\n\n<a id="c-d"></a>\n';
    assert.match(refused(text, '## B', 'C D'), /Line 5 has the anchor "c-d" already/);
  });

  it('refuses a name that Markdown reads as something else', () => {
    for (const [text, name] of [
      ['# A\n\n## B\n', 'C #'],
      ['# A\n\n## B\n', 'C\nD'],
      ['# A\n\n## B\n', 'C {#d}'],
      ['# A\n\nB\n---\n', '- C'],
      ['# A\n\nB\n---\n', '# C'],
      ['# A\n\nB\n---\n', '> C'],
      ['# A\n\nB\n---\n', '<!-- C'],
      ['# A\n\nB\n---\n', '``` C'],
    ] as const)
      assert.match(refused(text, 'B', name), /would not be read|one line/, name);
  });

  it('refuses a heading of several lines or with HTML in it', () => {
    assert.match(refused('# A\n\nB\nC\n---\n', 'B', 'D'), /several lines/);
    assert.match(refused('<h1 align="center">A <b>c</b></h1>\n\n## B\n', '<h1', 'D'), /HTML/);
  });

  it('names the range of the text alone', () => {
    const text = '# A\n\n##   Goals and *more*  ##\n';
    assert.deepEqual(headingAt(parseDocument(text), { line: 2, character: 0 }), {
      line: 2,
      text: 'Goals and *more*',
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 21 } },
    });
  });
});
