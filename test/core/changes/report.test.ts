/** The report about a document that another program changed. */

import assert from 'node:assert/strict';
import type { ReportLevel } from '../../../src/core/changes/report';
import { reportOf } from '../../../src/core/changes/report';
import { addComment, resolveComment } from '../../../src/core/comments/change';
import { isRefused } from '../../../src/core/plan/change';
import { completeEdits } from '../../../src/core/planEdits/tick';
import { applyEdits } from '../../../src/core/text/text';
import { analysisOf, edited, TEA } from './compare';

type Edit = readonly [from: string, to: string];

/** The report about these edits: a `!` if it is flagged, and the sentences. */
function told(level: ReportLevel, before: string, after: string): string[] {
  const report = reportOf(analysisOf(before), analysisOf(after), level);
  return report ? [...(report.isFlagged ? ['!'] : []), ...report.sentences.map(String)] : [];
}

const flagged = (...edits: readonly Edit[]): string[] => told('flagged', TEA, edited(TEA, ...edits));
const all = (...edits: readonly Edit[]): string[] => told('all', TEA, edited(TEA, ...edits));
const done = (title: string): Edit => [`[ ] ${title}`, `[x] ${title}`];

/** The document with a comment, and with the same comment resolved. */
function commented(): { open: string; resolved: string } {
  const added = addComment(analysisOf(TEA).document, 7, { author: 'Bob', text: 'Which tea?' });
  assert.ok(!isRefused(added));
  const open = applyEdits(TEA, added.edits);
  const resolving = resolveComment(analysisOf(open).document, added.id);
  assert.ok(!isRefused(resolving));
  return { open, resolved: applyEdits(open, resolving.edits) };
}

describe('the report about a changed document', () => {
  it('is none for prose, white space, line endings and a byte order mark', () => {
    const edits: readonly Edit[] = [
      ['Tea is boiled', 'Tea is brewed'],
      ['- [ ] Find', '- [ ]  Find'],
    ];
    for (const level of ['flagged', 'all'] as const) {
      assert.deepEqual(told(level, TEA, edited(TEA, ...edits)), []);
      assert.deepEqual(told(level, TEA, `\uFEFF${TEA.replaceAll('\n', '\r\n')}`), []);
    }
  });

  it('tells a tick without evidence, and of several how many', () => {
    assert.deepEqual(flagged(done('Find clean cups')), [
      '!',
      'Step "Find clean cups" is ticked. There is no evidence for it.',
    ]);
    assert.deepEqual(flagged(done('Fill the kettle')), [
      '!',
      'Step "Fill the kettle verify: npm test fill" is ticked. There is no evidence that its check passed: "npm test fill".',
    ]);
    assert.deepEqual(flagged(['- [ ] Warm', '- [x] Wash the pot\n  - [ ] Warm']), [
      '!',
      'Step "Wash the pot" is new, and ticked. There is no evidence for it.',
    ]);
    assert.deepEqual(flagged(['- [ ] Warm', '- [ ] Wash the pot\n  - [ ] Warm']), []);
    assert.deepEqual(flagged(done('Find clean cups'), done('Warm the pot')), [
      '!',
      '2 boxes are ticked, none of them with evidence.',
    ]);
  });

  it('has a tick with evidence only at the level all', () => {
    const { document, plan } = analysisOf(TEA);
    const step = plan.milestones[0]?.steps[0];
    assert.ok(step);
    const after = applyEdits(TEA, completeEdits(document, step, { exit: 0, tree: 'abc123' }) ?? []);
    assert.deepEqual(told('flagged', TEA, after), []);
    assert.deepEqual(told('all', TEA, after), ['Step "Fill the kettle verify: npm test fill" is ticked.']);
    const two = edited(after, done('Find clean cups'));
    assert.deepEqual(told('all', TEA, two), ['!', '2 boxes are ticked, 1 of them without evidence.']);
  });

  it('tells lost sections and non-goals, and a status that was set', () => {
    assert.deepEqual(flagged(['- Milk in the tea\n', '']), [
      '!',
      '1 item less in "Non-Goals": "Milk in the tea". The section says what must hold.',
    ]);
    assert.deepEqual(flagged(['## Risks\n\n- The kettle leaks\n\n', '']), [
      '!',
      'Section "Risks" is gone. It had text.',
    ]);
    assert.deepEqual(flagged(['Draft', 'Rejected']), ['The status was "Draft", and is "Rejected".']);
  });

  it('tells a comment that is resolved without a change', () => {
    const { open, resolved } = commented();
    const sentences = told('flagged', open, resolved);
    assert.equal(sentences.length, 2);
    assert.match(sentences[1] ?? '', /is resolved\. Its block is as it was, and nothing was replied\.$/);
    assert.deepEqual(told('flagged', open, edited(resolved, ['Tea is boiled,', 'Black tea is boiled,'])), []);
    assert.deepEqual(told('flagged', TEA, open), []);
  });

  it('has other changes in design terms only at the level all', () => {
    const edits: readonly Edit[] = [
      ['- Coffee', '- Water of the sea\n- Coffee'],
      ['Ada', 'Bo'],
    ];
    assert.deepEqual(flagged(...edits), []);
    assert.deepEqual(all(...edits), [
      'Field "Author" was "Ada", and is "Bo".',
      '1 item more in "Non-Goals": "Water of the sea".',
    ]);
  });

  it('tells that the document fits no template any more', () => {
    assert.deepEqual(told('flagged', TEA, 'Gone.\n').slice(0, 1), ['!']);
    assert.match(told('flagged', TEA, 'Gone.\n').join(' '), /fits no template any more/);
  });

  it('says a few sentences, those to look at first, and how many more there are', () => {
    const sentences = all(
      ['Ada', 'Bo'],
      ['# Design: Tea', '# Design: Tea time'],
      ['- Milk in the tea\n', ''],
      ['Warm the pot', 'Polish the spoons and forks'],
      done('Find clean cups'),
    );
    assert.equal(sentences.length, 5);
    assert.match(sentences[1] ?? '', /^1 item less in "Non-Goals"/);
    assert.match(sentences[2] ?? '', /^Step "Find clean cups" is ticked/);
    assert.match(sentences[4] ?? '', /^There are \d more\.$/);
  });
});
