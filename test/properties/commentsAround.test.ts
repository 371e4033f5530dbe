/** A comment is no content: nothing that is said of a document depends on one, and no change of it loses one. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis, Environment } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { addComment } from '../../src/core/comments/change';
import { readComments } from '../../src/core/comments/read';
import { parseDocument } from '../../src/core/document/document';
import { fixText } from '../../src/core/fix/fixText';
import { handOff } from '../../src/core/handOff/handOff';
import { isWritten } from '../../src/core/outline/outline';
import { isRefused, shapeOf } from '../../src/core/plan/change';
import { allTasks } from '../../src/core/plan/tasks';
import { completeTask } from '../../src/core/planEdits/complete';
import { goalOfStep, moveTask } from '../../src/core/planEdits/move';
import { applyEdits } from '../../src/core/text/text';
import { saved } from './generators';
import { plans } from './plans';
import { bundled } from './templates';

const RUNS = Number(process.env.RUNS ?? 200);
const environment: Environment = { templates: [bundled], today: '2026-11-22', author: 'Ada' };
const said = fc.constantFrom(
  'It depends on Step 2 and T003, verify: `rm -rf x` (human)',
  'Why ten seconds?',
  '- [ ] task\n\n## Goals\n\n[link](gone.md) and <Feature Name>, TBD',
  '**Status:** Done\nAuthor: Eve\n\nYYYY-MM-DD',
  '<instructions>\nOMIT\n</instructions>\n<!-- design-docs: disable all',
  '```mermaid\nflowchart\n```\n[a]: b.md\n| a |\n| - |',
  '- [x] Milestone 1: x <!-- verified: exit 0, tree a, words 0 -->',
);

/** The text with a comment, and the line of a line without it; undefined if no comment can be put there. */
function commented(text: string, at: number, words: string) {
  const document = parseDocument(text);
  const change = addComment(document, at % document.lineCount, {
    author: 'Eve',
    date: '2026-11-29',
    text: words,
  });
  if (isRefused(change)) return undefined;
  const after = applyEdits(text, change.edits);
  const start = change.edits[0]?.range.start ?? { line: 0, character: 0 };
  const line = start.line + (start.character > 0 ? 1 : 0);
  const count = parseDocument(after).lineCount - document.lineCount;
  return { after, id: change.id, moved: (own: number): number => (own >= line ? own + count : own) };
}

const findingsOf = ({ findings }: Analysis, moved = (line: number): number => line): string[] =>
  findings.map(
    ({ rule, message, severity, range }) =>
      `${moved(range.start.line)} ${rule} ${severity} ${message.replace(/line \d+/g, 'line')}`,
  );

/** What is said of a document, without its lines. */
const saidOf = ({ document, bound, plan, next }: Analysis): unknown => [
  bound?.template.name,
  bound?.stage,
  document.fields.map(({ name, value }) => [name, value]),
  document.sections.map((section) => bound && isWritten(section, bound.outline)),
  shapeOf(plan),
  plan.unread.length,
  [...allTasks(plan.milestones)].map(({ text, prose }) => [text, prose]),
  next && [next.action, next.step?.title],
];

function keeps(before: string, after: string, what: string): void {
  const own = (text: string): unknown =>
    readComments(parseDocument(text))
      .map(({ id, author, text: words, state, replies }) => [id, author, words, state, replies])
      .sort();
  assert.deepEqual(own(after), own(before), `${what}\n${before}\n=== after\n${after}`);
}

describe('comments', () => {
  it('change nothing that is found in a document, said of its sections or read of its plan', () => {
    fc.assert(
      fc.property(fc.oneof(saved, plans), fc.nat(), said, ({ text }, at, words) => {
        const change = commented(text, at, words);
        if (!change) return;
        const [before, after] = [analyze(text, environment), analyze(change.after, environment)];
        assert.deepEqual(findingsOf(after), findingsOf(before, change.moved), change.after);
        assert.deepEqual(saidOf(after), saidOf(before), change.after);
      }),
      { numRuns: RUNS },
    );
  });

  it('survive every fix', () => {
    fc.assert(
      fc.property(saved, fc.nat(), fc.nat(), said, ({ text }, a, b, words) => {
        const first = commented(text, a, words);
        const second = first && commented(first.after, b, 'And this?');
        if (!second) return;
        keeps(second.after, fixText(second.after, environment).text, 'fix');
        keeps(
          second.after,
          fixText(second.after, environment, { applicability: ['safe', 'scaffold'] }).text,
          'fix --scaffold',
        );
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it('stay when a step is completed or moved, and move with it', () => {
    let moves = 0;
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), said, ({ text, style }, a, b, words) => {
        const change = commented(text, a, words);
        if (!change) return;
        const analysis = analyze(change.after, { template: bundled, templates: [], today: '2026-11-22' });
        const tasks = [...allTasks(analysis.plan.milestones)];
        const task = tasks[b % Math.max(1, tasks.length)];
        if (!task) return;
        const done = completeTask(analysis, task.line, { byHand: true });
        if (!isRefused(done)) keeps(change.after, applyEdits(change.after, done.edits), 'tick');
        const goal = goalOfStep(analysis, task.line, 1);
        const move = goal && moveTask(analysis, task.line, goal);
        if (!move || isRefused(move)) return;
        const after = applyEdits(change.after, move.edits);
        keeps(change.after, after, 'move');
        const anchorOf = (own: string) =>
          readComments(parseDocument(own)).find(({ id }) => id === change.id)?.anchor;
        const [old, now] = [anchorOf(change.after), anchorOf(after)];
        // A quote is one block, which its steps change. A label that counts is another one after the move, and of short equal steps none can be told.
        if (now?.state !== 'unknown' && style.quote === '')
          assert.equal(now?.text.replace(/\d+/g, '0'), old?.text.replace(/\d+/g, '0'), after);
        moves++;
      }),
      { numRuns: RUNS },
    );
    assert.ok(moves > RUNS / 20, `${moves} moves`);
  });

  it('are handed off in a section of their own, and change no other', () => {
    let packs = 0;
    const OWN = /## Open comments\n\nReview comments that wait[\s\S]*?(?=## Report back\n)/;
    fc.assert(
      fc.property(plans, fc.nat(), said, ({ text }, at, words) => {
        const change = commented(text, at, words);
        if (!change) return;
        const packOf = (own: string): unknown => {
          const pack = handOff(analyze(own, { template: bundled, templates: [], today: '2026-11-22' }), {
            path: 'a.md',
            version: 'v',
            limit: 100_000,
          });
          if (isRefused(pack)) return String(pack.refused).replace(/\d+/g, '0');
          const numberless = pack.text
            .replace(OWN, '')
            .replace(/lines? \d+(?:–\d+)?/g, 'lines')
            .replace(/\n+/g, '\n');
          return [numberless.replace(/\d+/g, '0'), pack.cut];
        };
        packs++;
        assert.deepEqual(packOf(change.after), packOf(text));
      }),
      { numRuns: RUNS },
    );
    assert.ok(packs > RUNS / 4, `${packs} packs`);
  });
});
