/** The hand-off of any document stays within any limit that is large enough. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../src/core/analysis/analyze';
import { handOff } from '../../src/core/handOff/handOff';
import { isRefused } from '../../src/core/plan/change';
import { noise, saved } from './generators';
import { templates } from './templates';

const texts = fc
  .tuple(
    saved,
    fc.array(noise, { minLength: 2, maxLength: 6 }),
    fc.constantFrom('Plan', 'Implementation Plan'),
  )
  .map(([{ text, ending }, [goal = '', step = '', ...more], plan]) =>
    [
      text,
      `## Goals\n\n${goal}`,
      `## ${plan}\n\n- [ ] Start of [it](#goals) all\n  - [ ] ${step} \`verify: ${goal}\``,
      ...more.map((one) => `  - [ ] ${one}`),
    ]
      .join('\n\n')
      .replaceAll('\n', ending),
  );

describe('handing over', () => {
  it('stays within any limit, or gives the smallest one that works', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 6000 }), (text, limit) => {
        const analysis = analyze(text, { templates, today: '2026-11-22' });
        const made = handOff(analysis, { path: 'docs/x.md', limit });
        if (!isRefused(made)) {
          assert.ok(made.text.length <= limit);
          assert.equal(made.cut.length > 0, made.text.includes('\nCut for length'));
          return;
        }
        const smallest = /(\d+) characters/.exec(String(made.refused))?.[1];
        assert.equal(smallest === undefined, analysis.next === undefined, String(made.refused));
        if (smallest === undefined) return;
        assert.ok(Number(smallest) > limit);
        assert.ok(!isRefused(handOff(analysis, { path: 'docs/x.md', limit: Number(smallest) })));
      }),
    );
  });

  it('quotes everything from the document, for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const analysis = analyze(text, { templates, today: '2026-11-22' });
        const made = handOff(analysis, { path: 'docs/x.md', limit: Number.MAX_SAFE_INTEGER });
        if (isRefused(made)) return;
        const { blocks } = analyze(made.text, { templates: [], today: '2026-11-22' }).document;
        const kinds = new Set(blocks.map(({ kind }) => kind));
        for (const kind of ['heading', 'paragraph', 'list', 'code'] as const) kinds.delete(kind);
        assert.deepEqual([...kinds], []);
        assert.equal(made.text.match(/^# (?:One step|Start|Finish)/gm)?.length, 1);
        // The last block is the hand-off's own, so no block before it was left open.
        assert.match(
          blocks.at(-1)?.content ?? '',
          /^design-docs (?:tick docs\/x\.md \d+|start docs\/x\.md 'line \d+')/,
        );
      }),
    );
  });
});
