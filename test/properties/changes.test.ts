/** What is said to have changed is what was changed, and where nothing is said, a reader sees no difference. */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { documentChanges } from '../../src/core/changes/documentChanges';
import { addComment } from '../../src/core/comments/change';
import { renameHeading } from '../../src/core/edits/renameHeading';
import { insertionEdit, isRefused } from '../../src/core/plan/change';
import type { Milestone } from '../../src/core/plan/plan';
import type { Step } from '../../src/core/plan/tasks';
import { allTasks } from '../../src/core/plan/tasks';
import { addSteps } from '../../src/core/planEdits/insert';
import { renumberPlan } from '../../src/core/planEdits/renumber';
import { tickEdits } from '../../src/core/planEdits/tick';
import { applyEdits } from '../../src/core/text/text';
import { fixtureFolder, readCases } from '../fixture';
import { randomEdits, randomFrom, TYPING } from './edits';
import { saved } from './generators';
import { plans } from './plans';
import { bundled } from './templates';

const analysisOf = (text: string): Analysis => analyze(text, { template: bundled, templates: [], today: '' });

/** The kinds and lines of the changes. */
function said(before: string, after: string): string[] {
  return documentChanges(analysisOf(before), analysisOf(after)).map(
    ({ kind, side, line }) => `${kind} ${side} ${line}`,
  );
}

const tasksOf = ({ plan }: Analysis): (Milestone | Step)[] => [
  ...allTasks<Milestone | Step>(plan.milestones),
];
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const markdown = new MarkdownIt({ html: true });
/** The words that a reader sees, without numbers, and without the anchors and marks of headings, and the ticked boxes. */
function seen(text: string): string {
  const html = markdown
    .render(text)
    .replace(/[ \t]*(?:\{#[^{}\n]*\}|\((?:required|optional|sketch)\))/gi, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const words = html
    .replace(/<[^>]*>/g, '')
    .replace(/\d+/g, '')
    .toLowerCase();
  return (words.match(/\p{L}+|\[x\]/gu) ?? []).join(' ');
}

describe('the changes of documents', () => {
  it('are none between equal texts, whatever their template, and none if only line endings differ', () => {
    const names = readdirSync(fixtureFolder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    let count = 0;
    for (const { document, environment } of names.flatMap((name) => readCases(`test/rules/${name}`))) {
      const own = analyze(document, environment);
      const other = analyze(`\uFEFF${document.replaceAll('\n', '\r\n')}`, environment);
      assert.deepEqual(documentChanges(own, analyze(document, environment)), [], document);
      assert.deepEqual(documentChanges(own, other), [], document);
      count++;
    }
    assert.ok(count > 300);
    fc.assert(fc.property(saved, ({ text }) => assert.deepEqual(said(text, text), [])));
  });

  it('are a tick if a step was ticked, and nothing if it was renumbered', () => {
    let ticked = 0;
    fc.assert(
      fc.property(plans, fc.nat(40), ({ text }, at) => {
        const analysis = analysisOf(text);
        const task = pick(tasksOf(analysis), at);
        const edits = task && tickEdits(analysis.document, task.line, !/x/i.test(task.mark ?? ''));
        if (task && edits && edits.length > 0 && task.mark?.trim() !== '~') {
          const kind = /x/i.test(task.mark ?? '') ? 'step-unticked' : 'step-ticked';
          assert.deepEqual(said(text, applyEdits(text, edits)), [`${kind} after ${task.line}`], text);
          ticked++;
        }
        assert.deepEqual(said(text, applyEdits(text, renumberPlan(analysis).edits)), [], text);
      }),
    );
    assert.ok(ticked > 30);
  });

  it('are new steps if steps were added', () => {
    let added = 0;
    fc.assert(
      fc.property(plans, fc.nat(40), ({ text }, at) => {
        const analysis = analysisOf(text);
        const task = pick(tasksOf(analysis), at);
        const insertion = task && addSteps(analysis, task, ['Rinse all of the spoons']);
        if (!insertion || isRefused(insertion)) return;
        const found = said(text, applyEdits(text, [insertionEdit(insertion)]));
        assert.deepEqual(
          found.map((one) => one.split(' ')[0]),
          ['step-added'],
          text,
        );
        added++;
      }),
    );
    assert.ok(added > 30);
  });

  it('are a comment if one was added, and a name if a heading was renamed', () => {
    let [commented, renamed] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(saved, plans), fc.nat(60), ({ text }, at) => {
        const { document } = analysisOf(text);
        const comment = addComment(document, at % document.lineCount, { author: 'Bob', text: 'Why?' });
        if (!isRefused(comment)) {
          const found = said(text, applyEdits(text, comment.edits));
          assert.deepEqual(
            found.map((one) => one.split(' ')[0]),
            ['comment-added'],
            text,
          );
          commented++;
        }
      }),
    );
    fc.assert(
      fc.property(plans, ({ text }) => {
        const { document } = analysisOf(text);
        const section = document.sections.find(({ heading }) => heading.text === 'Summary');
        if (!section) return;
        const rename = renameHeading(document, 'a.md', section.heading.range.start, 'Overview');
        if ('refused' in rename) return;
        assert.deepEqual(said(text, applyEdits(text, rename.edits)), [
          `section-renamed after ${section.start}`,
        ]);
        renamed++;
      }),
    );
    assert.ok(commented > 30 && renamed > 30);
  });

  it('are said wherever a reader sees another text', () => {
    let silent = 0;
    fc.assert(
      fc.property(fc.oneof(saved, plans), fc.integer(), ({ text }, seed) => {
        const edits = randomEdits(randomFrom(seed), text, { kinds: TYPING, others: [] });
        const after = edits.reduce((now, edit) => applyEdits(now, [edit]), text);
        // What a template says to the author is no part of the design.
        if (/<\/?instructions/.test(text + after) || said(text, after).length > 0) return;
        assert.equal(seen(after), seen(text));
        silent++;
      }),
      { numRuns: 600 },
    );
    assert.ok(silent > 5);
  });
});
