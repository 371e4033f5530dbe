/** The anchors that a change of a document renames, and the links of other documents to them. */

import assert from 'node:assert/strict';
import { renamedAnchors, renamedLinks } from '../../../src/core/edits/renamedAnchors';
import { applyEdits } from '../../../src/core/text/text';

const PATH = 'docs/rfcs/0001-tea.md';

function names(before: string, after: string): Record<string, string> {
  return Object.fromEntries(renamedAnchors(PATH, before, after).names);
}

function followed(text: string, place: string, before: string, after: string): string {
  return applyEdits(text, renamedLinks(text, place, renamedAnchors(PATH, before, after)));
}

const TEXT = '# Tea\n\n## Goals (Required)\n\nHot.\n\n## Risks\n\nCold.\n';
const FIXED = TEXT.replace(' (Required)', '');

describe('the anchors that a change renames', () => {
  it('are those of headings that lose their mark', () => {
    assert.deepEqual(names(TEXT, FIXED), { 'goals-required': 'goals' });
    assert.deepEqual(names(TEXT, TEXT), {});
    assert.deepEqual(names(TEXT, TEXT.replace('Hot.', 'Hotter.')), {});
  });

  it('are found where sections are inserted and removed at the same time', () => {
    const inserted = FIXED.replace('## Goals', '## Price\n\nTen.\n\n## Goals').replace(
      'Hot.',
      'Hot.\n\nMore.',
    );
    assert.deepEqual(names(TEXT, inserted), { 'goals-required': 'goals' });
    assert.deepEqual(names(TEXT, FIXED.replace('## Risks\n\nCold.\n', '')), { 'goals-required': 'goals' });
  });

  it('have the numbers of headings with one name, also of those that only get another number', () => {
    const two = `${TEXT}\n## Goals (Required)\n\nMore.\n`;
    assert.deepEqual(names(two, two.replaceAll(' (Required)', '')), {
      'goals-required': 'goals',
      'goals-required-1': 'goals-1',
    });
    for (const other of ['### Goals', '> ## Goals']) {
      const text = `${TEXT}\n${other}\n`;
      assert.deepEqual(names(text, text.replace(' (Required)', '')), {
        'goals-required': 'goals',
        goals: 'goals-1',
      });
    }
  });

  it('are not guessed', () => {
    const two = `${TEXT}\n## Goals (Required)\n\nMore.\n`;
    assert.deepEqual(names(two, FIXED.replace('Hot', 'Warm')), {}, 'one of two headings');
    assert.deepEqual(names(TEXT, FIXED.replace('## Goals', '## Goals\n\nNew.\n\n## Goals')), {}, 'one more');
    const four = '# Tea\n\n## A\n\n## B\n\n## C\n\n## D\n';
    assert.deepEqual(names(four, '# Tea\n\n## A\n\n## D\n\n## C\n'), {}, 'one for another that moves');
    const moved = two.replace('## Risks\n\nCold.\n\n', '').replace('# Tea', '## Risks\n\n# Tea');
    assert.deepEqual(names(two, moved.replaceAll(' (Required)', '')), {}, 'moved');
  });

  it('are those of a heading with another name, between the same headings and above the same text', () => {
    const linked = TEXT.replace('Hot.', 'Hot, see [above](#goals-required).');
    const renamed = linked.replace('Goals (Required)', 'Aims').replace('#goals-required', '#aims');
    assert.deepEqual(names(linked, renamed), { 'goals-required': 'aims' });
    assert.deepEqual(names(TEXT, TEXT.replace('Risks', 'Dangers')), { risks: 'dangers' });
    assert.deepEqual(
      names(TEXT, TEXT.replace('Risks', 'Dangers').replace('Cold', 'Ice')),
      {},
      'another text',
    );
    assert.deepEqual(names(TEXT, TEXT.replace('## Risks', '### Dangers')), {}, 'another level');
    assert.deepEqual(names(TEXT, TEXT.replace('## Risks', '## A\n\n## Dangers')), {}, 'two for one');
    assert.deepEqual(
      names(TEXT, '# Tea\n\n## Aims\n\nHot.\n\n## Dangers\n\nCold.\n'),
      {},
      'two headings beside each other',
    );
  });

  it('do not include explicit ids', () => {
    const text = TEXT.replace('Hot.', '<a id="why"></a>');
    assert.deepEqual(names(text, text.replace(' (Required)', '')), { 'goals-required': 'goals' });
  });
});

describe('the links to renamed anchors', () => {
  const follow = (text: string, place = 'docs/README.md'): string => followed(text, place, TEXT, FIXED);

  it('are rewritten in every notation, from any folder', () => {
    const text =
      '[a](rfcs/0001-tea.md#goals-required "Goals") [b](rfcs/0001-tea.md#GOALS-Required) [c][r]\n' +
      '<a href="/docs/rfcs/0001-tea.md#goals%2Drequired">d</a> [e](rfcs/0001-tea.md?x#user-content-goals-required)\n\n' +
      '[r]: <./rfcs/0001-tea.md#goals-required>\n';
    assert.equal(
      follow(text),
      '[a](rfcs/0001-tea.md#goals "Goals") [b](rfcs/0001-tea.md#goals) [c][r]\n' +
        '<a href="/docs/rfcs/0001-tea.md#goals">d</a> [e](rfcs/0001-tea.md?x#goals)\n\n' +
        '[r]: <./rfcs/0001-tea.md#goals>\n',
    );
    assert.equal(
      follow('[a](../docs/rfcs/0001-tea.md#goals-required)\n', 'notes/a.md'),
      '[a](../docs/rfcs/0001-tea.md#goals)\n',
    );
    assert.equal(follow('[a](0001-tea.md#goals-required)\n', 'docs/rfcs/2.md'), '[a](0001-tea.md#goals)\n');
  });

  it('are left alone in code, and where they lead elsewhere', () => {
    const text =
      '`[a](rfcs/0001-tea.md#goals-required)` [b](rfcs/0002-tea.md#goals-required) [c](#goals-required)\n' +
      '[d](rfcs/0001-tea.md#risks) [e](rfcs/0001-tea.md) [f](https://x.org/docs/rfcs/0001-tea.md#goals-required)\n\n' +
      '```md\n[a](rfcs/0001-tea.md#goals-required)\n```\n';
    assert.equal(follow(text), text);
  });

  it('are rewritten at once, so that none is taken for another', () => {
    const text = `${TEXT}\n### Goals\n`;
    const link = '[a](rfcs/0001-tea.md#goals-required) [b](rfcs/0001-tea.md#goals)\n';
    assert.equal(
      followed(link, 'docs/README.md', text, text.replace(' (Required)', '')),
      '[a](rfcs/0001-tea.md#goals) [b](rfcs/0001-tea.md#goals-1)\n',
    );
  });

  it('keep line endings and a byte order mark', () => {
    const text = '\uFEFF# Notes\r\n\r\n[a](rfcs/0001-tea.md#goals-required)\r\n';
    assert.equal(follow(text), text.replace('-required', ''));
  });
});
