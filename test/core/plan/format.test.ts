import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { planJson } from '../../../src/core/json/plans';
import { isRefused } from '../../../src/core/plan/change';
import { planFormatOf } from '../../../src/core/plan/format';
import { idle, idleText } from '../../../src/core/plan/idle';
import { lineOf } from '../../../src/core/plan/next';
import { completeTask, reopenTask } from '../../../src/core/planEdits/complete';
import { applyEdits } from '../../../src/core/text/text';

const KIRO = '.kiro/specs/tea/tasks.md';
const SPEC_KIT = 'specs/001-tea/tasks.md';
const OPEN_SPEC = 'openspec/changes/add-tea/tasks.md';

const read = (path: string, text: string) => analyze(text, { templates: [], today: '2026-11-22', path });

/** The titles that come next, in turn, and the text when nothing is next. */
function obey(path: string, text: string): { readonly titles: string[]; readonly text: string } {
  const titles: string[] = [];
  let current = text;
  for (;;) {
    const analysis = read(path, current);
    const { next } = analysis;
    if (!next) return { titles, text: current };
    titles.push(`${next.action} ${(next.step ?? next.milestone).title}`);
    const change = completeTask(analysis, lineOf(next), {});
    assert.ok(!isRefused(change));
    current = applyEdits(current, change.edits);
  }
}

describe('a plan of another tool', () => {
  it('is known by the path of its file', () => {
    const names = [
      KIRO,
      SPEC_KIT,
      OPEN_SPEC,
      `app/${KIRO}`,
      'docs/tasks.md',
      'specs/tasks.md',
      'specs/a/plan.md',
    ];
    assert.deepEqual(
      names.map((path) => planFormatOf(path)?.name),
      ['Kiro', 'Spec Kit', 'OpenSpec', 'Kiro', undefined, undefined, undefined],
    );
  });

  it('of Kiro has marks for what is under way, queued and optional, which stay as they are', () => {
    const text = `# Implementation Plan

- [x] 1. Fill it
  - _Requirements: 1.1_
- [-] 2. Boil it
  - [~] 2.1 Light the fire
  - [ ]* 2.2 Measure the time
- [ ] 3. Pour it
- [ ]* 4. Taste it
`;
    const analysis = read(KIRO, text);
    const { done, total, milestones } = planJson('a.md', analysis.plan);
    assert.deepEqual([done, total], [1, 3]);
    assert.deepEqual(
      milestones.map(({ state, optional }) => [state, optional]),
      [
        ['done', false],
        ['started', false],
        ['open', false],
        ['open', true],
      ],
    );
    const end = obey(KIRO, text);
    assert.deepEqual(end.titles, ['do 2.1 Light the fire', 'finish 2. Boil it', 'do 3. Pour it']);
    const expected = text
      .replace('[-] 2.', '[x] 2.')
      .replace('[~] 2.1', '[x] 2.1')
      .replace('[ ] 3.', '[x] 3.');
    assert.equal(end.text, expected);
    const last = read(KIRO, end.text);
    assert.equal(idle(last.plan).reason, 'done');
    assert.match(String(idleText(last)), /Open and optional: lines 7 and 9\./);
    const optional = completeTask(last, 6, {});
    assert.ok(!isRefused(optional));
    assert.equal(applyEdits(end.text, optional.edits), expected.replace('[ ]* 2.2', '[x]* 2.2'));
    const reopened = reopenTask(last, 4);
    assert.ok(!isRefused(reopened));
    assert.equal(applyEdits(end.text, reopened.edits), expected.replace('[x] 2. ', '[ ] 2. '));
  });

  it('of Kiro has steps that only have optional ones below them', () => {
    const { titles } = obey(KIRO, '# Implementation Plan\n\n- [ ] 1. Test it\n  - [ ]* 1.1 By hand\n');
    assert.deepEqual(titles, ['do 1. Test it']);
  });

  it('of Spec Kit has phases as headings, and tasks that wait', () => {
    const text = `# Tasks: Tea

## Format: \`[ID] [P?] [Story] Description\`

- **[P]**: Can run in parallel

## Phase 1: Setup

- [ ] T001 Fill it (depends on T003)
- [ ] T002 [P] Find a cup

## Phase 2: Boil

### Fire

- [ ] T003 [P] [US1] Light the fire
`;
    const { plan } = read(SPEC_KIT, text);
    assert.deepEqual(
      plan.milestones.map(({ title, total }) => [title, total]),
      [
        ['Phase 1: Setup', 2],
        ['Phase 2: Boil', 1],
      ],
    );
    assert.deepEqual(plan.unread, []);
    const steps = planJson('x', plan).milestones.flatMap((milestone) => milestone.steps);
    assert.deepEqual(
      steps.map(({ parallel }) => parallel),
      [false, true, true],
    );
    const { titles } = obey(SPEC_KIT, text);
    assert.deepEqual(titles, [
      'do T002 [P] Find a cup',
      'do T003 [P] [US1] Light the fire',
      'do T001 Fill it (depends on T003)',
    ]);
  });

  it('of OpenSpec needs no title', () => {
    const text = '## 1. Boil\n- [ ] 1.1 Light it\n- [x] 1.2 Wait\n\n## 2. Pour\n- [ ] 2.1 Tilt it\n';
    assert.deepEqual(obey(OPEN_SPEC, text).titles, ['do 1.1 Light it', 'do 2.1 Tilt it']);
  });

  it('names the lines that it cannot read', () => {
    const text = '# Tasks\n\n- [ ] T001 Boil\n\n• [ ] T002 Pour\n\n## Phase 2\n\n-[ ] T003 Drink\n';
    const { plan } = read(SPEC_KIT, text);
    assert.deepEqual(plan.unread, [4, 8]);
    assert.equal(idle(read(SPEC_KIT, obey(SPEC_KIT, text).text).plan).reason, 'unreadable');
  });

  it('has no optional tasks and no marks of Kiro elsewhere', () => {
    const { plan } = read('docs/plan.md', '# T\n\n## Plan\n\n- [-] A\n- [ ]* B\n- [ ] C\n');
    assert.deepEqual([plan.total, plan.unread], [2, [5]]);
    assert.equal(plan.milestones[0]?.underWay, undefined);
  });
});
