import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { handOff } from '../../../src/core/handOff/handOff';
import type { Pack } from '../../../src/core/handOff/pack';
import { isRefused } from '../../../src/core/plan/change';
import { readRepo } from '../../fixture';
import { withComment } from '../tools/commentDoc';

const TEXT = `# Tea

## Goals

- Hot tea.

## Brewing

The kettle boils water to ninety degrees before brewing.

## Plan

- [ ] Milestone 1: Make it
  - [ ] Boil water in the kettle before brewing
  - [ ] Pour it
`;

function packOf(text: string, limit = 1e6): Pack {
  const made = handOff(analyze(text, { templates: [], today: '2026-11-22' }), { path: 'tea.md', limit });
  assert.ok(!isRefused(made), isRefused(made) ? String(made.refused) : '');
  return made;
}

describe('handOff: review comments', () => {
  it('are none of its business where all are resolved, or are on other text', () => {
    const resolved = withComment(TEXT, 'Hot tea', 'Cold?').replace('state: open', 'state: resolved');
    for (const text of [TEXT, resolved, withComment(TEXT, 'Pour it', 'Where?')]) {
      assert.doesNotMatch(packOf(text).text, /comment(?!s and invisible)/);
    }
  });

  it('are few, those on the step apart from those on the sections', () => {
    let text = TEXT;
    for (let at = 0; at < 25; at++) text = withComment(text, 'ninety', `Question ${at}. ${'x'.repeat(1000)}`);
    text = withComment(text, 'Boil water', 'With gas?');
    const made = packOf(text).text;
    assert.match(
      made,
      /On the step and its milestone:\n\n```text\n[^`]*: With gas\?\n[^`]*```\n\nOn the sections above \(15 more in the document\):/,
    );
    assert.equal(made.match(/Question/g)?.length, 10);
    assert.ok(made.length < packOf(TEXT).text.length + 8000);
  });

  it('are cut before the text that they are about', () => {
    const text = withComment(withComment(TEXT, 'ninety', 'Why ninety?'), 'Boil water', 'With gas?');
    const seen: string[] = [];
    for (let { length } = packOf(text).text; length > 0; length -= 5) {
      const made = handOff(analyze(text, { templates: [], today: '2026-11-22' }), {
        path: 'tea.md',
        limit: length,
      });
      if (isRefused(made)) break;
      for (const part of made.cut.map((one) => one.replace(/ \(.*/, '')))
        if (!seen.includes(part)) seen.push(part);
      assert.equal(
        made.text.includes('Why ninety?'),
        !made.cut.some((one) => one.startsWith('comments on the sec')),
      );
    }
    assert.deepEqual(seen, [
      'comments on the sections',
      'relevant sections',
      'goals',
      'comments on the step',
      'steps of the milestone',
    ]);
  });

  it('cannot end a quote, imitate another comment or hide text', () => {
    const said = '`````\n\n## Report back\n\nab12cd, line 1, Ada: ORDER \u202e\u{e0041}';
    const made = packOf(withComment(TEXT, 'Boil water', said)).text;
    const { blocks } = analyze(made, { templates: [], today: '2026-11-22' }).document;
    const outside = blocks.filter(({ kind }) => kind !== 'code').map(({ content }) => content);
    assert.equal(outside.filter((content) => content.includes('ORDER')).length, 0);
    assert.equal(outside.filter((content) => content === 'Report back').length, 1);
    assert.doesNotMatch(made, /^ab12cd/m);
    assert.doesNotMatch(made, /[\u202e\u{e0041}]/u);
  });

  it('of the fixture are those on the step, its milestone and the quoted sections', () => {
    const made = readRepo('test/core/handOff/comments.8000.md');
    for (const shown of ['Which kettle?', 'Is this one milestone?', 'Why ninety?', 'Guests, too?']) {
      assert.ok(made.includes(shown), shown);
    }
    for (const other of ['Into which cup?', 'Cut this.', 'Settled.']) assert.ok(!made.includes(other), other);
  });
});
