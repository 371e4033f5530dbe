/**
 * The next step can always be obeyed, and obeying it ends: with a plan in which every box is ticked by an independent
 * count, or with the lines that only a person can settle.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Analysis } from '../../src/core/analysis/analyze';
import { analyze } from '../../src/core/analysis/analyze';
import { isRefused } from '../../src/core/plan/change';
import { idle } from '../../src/core/plan/idle';
import type { NextStep } from '../../src/core/plan/next';
import { lineOf } from '../../src/core/plan/next';
import { planSections } from '../../src/core/plan/sections';
import { allTasks } from '../../src/core/plan/tasks';
import { isForPeople, verifiedBy } from '../../src/core/plan/verification';
import { completeTask } from '../../src/core/planEdits/complete';
import { startWith } from '../../src/core/planEdits/startWith';
import { applyEdits, splitLines } from '../../src/core/text/text';
import { root } from '../fixture';
import { renderedTasks } from '../taskOracle';
import { isPlain, plans } from './plans';
import { bundled } from './templates';

/** `RUNS` sets another number of random plans. */
const RUNS = Number(process.env.RUNS ?? 600);

const read = (text: string): Analysis =>
  analyze(text, { template: bundled, templates: [], today: '2026-11-22' });

/** Does what `next` says. A style of lists that no edit can change safely ends the run. */
function obey(analysis: Analysis, next: NextStep, plain: boolean): string | undefined {
  const { text } = analysis.document;
  const task = next.step ?? next.milestone;
  const change =
    next.action === 'start'
      ? startWith(analysis, next.milestone.line, { titles: ['Do it'] })
      : completeTask(analysis, lineOf(next), {
          byHand: isForPeople([next.milestone], task.line),
          ...(verifiedBy(task) !== undefined && { evidence: { exit: 0, tree: '0a1b2c3' } }),
        });
  if (isRefused(change)) {
    assert.ok(
      !plain && /cannot be changed safely/.test(String(change.refused)),
      `${change.refused}\n${text}`,
    );
    return undefined;
  }
  const after = applyEdits(text, change.edits);
  assert.notEqual(after, text, `${next.action} changes the text`);
  return after;
}

/** The text after obeying until there is no next step; undefined if an edit was refused. */
function obeyAll(text: string, plain: boolean): string | undefined {
  const first = read(text);
  const tasks = [...allTasks(first.plan.milestones)];
  // A milestone without steps is started, gets one step, and is ticked.
  const limit = tasks.length + 2 * first.plan.milestones.filter(({ steps }) => steps.length === 0).length;
  let current = text;
  for (let calls = 0; ; calls++) {
    const analysis = read(current);
    if (!analysis.next) return current;
    assert.ok(calls < limit, `more than ${limit} calls:\n${text}`);
    const after = obey(analysis, analysis.next, plain);
    if (after === undefined) return undefined;
    current = after;
  }
}

/** Asserts that the reason for the end of a plan is true. */
function checkEnd(text: string): void {
  const { document, plan, bound } = read(text);
  const { reason, lines } = idle(plan);
  const headings = new Set(planSections(document, bound?.outline).map(({ heading }) => heading.line));
  const shown = renderedTasks(text).filter((task) => task.headings.some((line) => headings.has(line)));
  const undone = shown.filter(({ mark }) => !/^[xX]$/.test(mark));
  if (reason === 'done') assert.deepEqual(undone, [], text);
  if (reason === 'no-plan') assert.deepEqual(shown, [], text);
  if (reason !== 'done' && reason !== 'no-plan') assert.ok(lines.length > 0);
  const source = splitLines(text).map((line) => line.text);
  for (const line of lines) {
    if (reason === 'settle') assert.match(source[line] ?? '', /\[[^\]xX\s]\]/);
  }
}

/** Asserts that the task for which a task says that it waits is done, unless one of the two contains the other. */
function checkDone({ plan, document }: Analysis, title: string): void {
  const other = / \(depends on (T\d+)\)/.exec(title)?.[1];
  const own = /^T\d+/.exec(title)?.[0];
  if (other === undefined || own === undefined) return;
  const tasks = [...allTasks(plan.milestones)];
  const [waiting, wanted] = [own, other].map((name) =>
    tasks.find((task) => task.title.startsWith(`${name} `)),
  );
  if (!waiting || !wanted) return;
  const isAround = waiting.line < wanted.end && wanted.line < waiting.end;
  if (!isAround) assert.match(wanted.mark ?? 'x', /[xX]/, document.text);
}

const ODD = [
  ['• [ ] odd'],
  ['[ ] odd'],
  ['- ☐ odd'],
  ['- [ ]odd'],
  ['- ［ ］ odd'],
  ['<details>', '- [ ] odd', '</details>'],
];
const markdown = new MarkdownIt({ html: true });

describe('the next step', () => {
  it('can be obeyed until every task is done, or until only a person can go on', () => {
    fc.assert(
      fc.property(plans, ({ text, style }) => {
        const end = obeyAll(text, isPlain(style));
        if (end !== undefined) checkEnd(end);
      }),
      { numRuns: RUNS },
    );
  });

  it('never waits for a task that is not done', () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat(99)), ({ text }, picks) => {
        let number = 0;
        const named = text.replace(/(\[[ xX]\]) (?=\S)(.*)/g, (_, box: string, title: string) => {
          const { value: other } = picks.next();
          return `${box} T${number++} ${title}${other % 2 === 0 ? ` (depends on T${other % (number + 3)})` : ''}`;
        });
        let current: string | undefined = named;
        for (let left = 2 * number + 9; current !== undefined; left--) {
          const analysis = read(current);
          const { next } = analysis;
          if (!next) {
            checkEnd(current);
            return;
          }
          assert.ok(left > 0, current);
          if (next.action === 'do') checkDone(analysis, (next.step ?? next.milestone).title);
          current = obey(analysis, next, false);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is never "done" over a line that people take for a task', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.constantFrom(...ODD), ({ text }, at, odd) => {
        const lines = splitLines(text).map((line) => line.text);
        const start = lines.indexOf('## Implementation Plan') + 2;
        const end = lines.indexOf('## Testing');
        const place = start + (at % ((end < 0 ? lines.length : end) - start));
        const changed = lines.toSpliced(place, 0, '', ...odd, '').join('\n');
        const last = obeyAll(changed, false);
        if (last === undefined) return;
        checkEnd(last);
        const shown = markdown.render(last).replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '');
        if (/(?:\]\s?|☐ |］ )odd/.test(shown)) assert.notEqual(idle(read(last).plan).reason, 'done', last);
      }),
      { numRuns: RUNS },
    );
  });
});

for (const name of ['corpus', 'folders']) {
  const folder = path.join(root, '..', 'shared', name);
  describe(`the next step in ${name}`, () => {
    it('is there, or a reason, in each document with an open task', function () {
      if (!existsSync(folder)) this.skip();
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.md'),
      );
      for (const file of files) {
        const { plan, next } = read(readFileSync(path.join(folder, file), 'utf8'));
        const open = [...allTasks(plan.milestones)].some(
          ({ mark }) => mark !== undefined && mark.trim() === '',
        );
        if (open && !next) assert.notEqual(idle(plan).reason, 'done', file);
      }
    });
  });
}
