import assert from 'node:assert/strict';
import type { Analysis } from '../../../src/core/analysis/analyze';
import { analyze } from '../../../src/core/analysis/analyze';
import { contradictions, planDetails } from '../../../src/core/features/planDetails';
import {
  pathAfterMove,
  planRows,
  rowAround,
  rowAt,
  walkRows,
  withoutDone,
} from '../../../src/core/features/planRows';
import { insertionEdit, isRefused } from '../../../src/core/plan/change';
import { checklistEdits } from '../../../src/core/plan/shape';
import type { Goal } from '../../../src/core/planEdits/move';
import { moveTask } from '../../../src/core/planEdits/move';
import { newMilestone, newStep } from '../../../src/core/planEdits/newTask';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';
import { readRepo } from '../../fixture';

const TEMPLATE = readTemplate(readRepo('media/templates/design.md'), 'design.md');
const HEAD = '# Design: T\n\n**Status:** In Progress\n\n## Goals\n\n- g\n\n## Implementation Plan\n\n';
const START = HEAD.split('\n').length - 1;

function planned(plan: string, template = true): Analysis {
  const text = `${HEAD}${plan}\n`;
  return analyze(text, { templates: [], today: '2026-03-14', ...(template && { template: TEMPLATE }) });
}

/** The lines of the plan after an insertion. */
function added(analysis: Analysis, change: ReturnType<typeof newStep>): string {
  if (isRefused(change)) return String(change.refused);
  return applyEdits(analysis.document.text, [insertionEdit(change)])
    .slice(HEAD.length)
    .trimEnd();
}

describe('rows', () => {
  it('that are done can be hidden, except those with open steps', () => {
    const { plan } = planned(
      '- [x] A\n  - [x] a\n- [x] B\n  - [x] b\n  - [ ] c\n- [ ] C\n  - [x] d\n  - [ ] e\n    - [x] f',
    );
    const left = [...walkRows(withoutDone(planRows(plan)))].map(({ title, position }) => title + position);
    assert.deepEqual(left, ['B2', 'c2', 'C3', 'e2']);
  });

  it('are done as their boxes say, also over open steps', () => {
    const { plan } = planned('- [x] A\n  - [ ] a\n- [ ] B\n  - [x] b');
    const rows = planRows(plan).map(({ done, progress }) => [done, progress?.state]);
    assert.deepEqual(rows, [
      [true, 'started'],
      [false, 'started'],
    ]);
  });

  it('know their parent', () => {
    const rows = planRows(planned('- [ ] A\n  - [ ] a\n    - [ ] b\n- [ ] B').plan);
    const around = (line: number): string | undefined => rowAround(rows, START + line)?.title;
    assert.deepEqual([0, 1, 2, 3].map(around), [undefined, 'A', 'a', undefined]);
  });

  it('are found after they are moved', () => {
    const analysis = planned(
      '- [ ] A\n  - [ ] a\n    - [ ] a1\n    - [ ] a2\n  - [ ] b\n  - [ ] c\n- [ ] B\n  - [ ] d\n- [ ] C',
    );
    const rows = planRows(analysis.plan);
    const all = [...walkRows(rows)];
    let moves = 0;
    for (const { line, title } of all) {
      for (const { line: onto } of all) {
        for (const place of ['before', 'after', 'inside'] as const) {
          const goal: Goal = { line: onto, place };
          const change = line === onto ? undefined : moveTask(analysis, line, goal);
          if (!change || isRefused(change)) continue;
          moves++;
          const text = applyEdits(analysis.document.text, change.edits);
          const after = planRows(analyze(text, { templates: [], template: TEMPLATE, today: '' }).plan);
          const found = rowAt(after, pathAfterMove(rows, line, goal))?.title;
          assert.equal(found, title, `${title} moved ${place} the row on line ${onto - START}`);
        }
      }
    }
    assert.ok(moves > 60, `${moves} moves`);
  });
});

describe('a new task', () => {
  for (const [name, plan, line, expected] of [
    [
      'continues the numbers of its siblings',
      '- [ ] Milestone 1: A\n  - [ ] Step 1: a',
      0,
      '- [ ] Milestone 1: A\n  - [ ] Step 1: a\n  - [ ] Step 2: <single actionable task>',
    ],
    [
      'has no label if its siblings have none',
      '- [ ] A\n  - [ ] a',
      0,
      '- [ ] A\n  - [ ] a\n  - [ ] <single actionable task>',
    ],
    [
      'has the label of its siblings',
      '- [ ] A\n  - [ ] Task 4 – a',
      0,
      '- [ ] A\n  - [ ] Task 4 – a\n  - [ ] Task 5 – <single actionable task>',
    ],
    [
      'is the first',
      '- [ ] Milestone 1: A',
      0,
      '- [ ] Milestone 1: A\n  - [ ] Step 1: <single actionable task>',
    ],
  ] as const) {
    it(name, () => {
      const analysis = planned(plan);
      assert.equal(added(analysis, newStep(analysis, START + line)), expected);
    });
  }

  it('is a milestone with the next number', () => {
    const analysis = planned('- [ ] Phase 2: A\n  - [ ] a');
    assert.equal(
      added(analysis, newMilestone(analysis)),
      '- [ ] Phase 2: A\n  - [ ] a\n- [ ] Phase 3: <concise milestone>',
    );
  });

  it('needs no template', () => {
    const analysis = planned('- [ ] A\n  - [ ] a', false);
    assert.equal(
      added(analysis, newStep(analysis, START)),
      '- [ ] A\n  - [ ] a\n  - [ ] <single actionable step>',
    );
    assert.match(added(analysis, newMilestone(analysis)), /\n- \[ \] <concise milestone>$/);
  });
});

describe('the contradictions of a plan', () => {
  const rulesIn = (plan: string): string[] => contradictions(planned(plan)).map(({ rule }) => rule);

  it('include a ticked milestone with open steps, and a line that is no task', () => {
    assert.deepEqual(rulesIn('- [x] Milestone 1: A\n  - [ ] a\n- [] Milestone 2: B'), [
      'milestone-state',
      'plan-task',
    ]);
  });

  it('exclude a milestone with early steps, and one without steps', () => {
    const first = '- [x] Milestone 1: A\n  - [x] a\n- [ ] Milestone 2: B';
    assert.ok(planned(first).findings.some(({ rule }) => rule === 'milestone-steps'));
    assert.deepEqual(rulesIn(first), []);
    const plan = '- [ ] Milestone 1: A\n  - [ ] a\n  - [x] b\n- [ ] Milestone 2: B\n  - [ ] c';
    assert.ok(planned(plan).findings.some(({ rule }) => rule === 'milestone-steps'));
    assert.deepEqual(rulesIn(plan), []);
  });

  it('are reported on their task, beside the next step and its verification', () => {
    const plan =
      '- [x] Milestone 1: A\n  - [ ] a `verify: npm test`\n  - [ ] b (human)\n- [ ] Milestone 2: B';
    const details = [...planDetails(planned(plan)).values()];
    assert.deepEqual(
      details.map(({ contradictions: found }) => found.length),
      [1, 0, 0, 0],
    );
    assert.deepEqual(
      details.map(({ next }) => next),
      [undefined, 'do', undefined, undefined],
    );
    assert.equal(details[1]?.verify, 'npm test');
    assert.deepEqual(
      details.map(({ forPeople }) => forPeople),
      [false, false, true, false],
    );
  });
});

describe('the details of a long plan', () => {
  it('read each finding once, however many tasks there are', () => {
    const analysis = planned('- [x] Milestone 1: A\n  - [ ] a\n'.repeat(200));
    let reads = 0;
    const findings = analysis.findings.map((finding) => ({
      ...finding,
      get range() {
        reads++;
        return finding.range;
      },
    }));
    const details = planDetails({ ...analysis, findings });
    assert.equal(details.size, 400);
    assert.equal([...details.values()].filter((own) => own.contradictions.length > 0).length, 200);
    assert.ok(reads <= findings.length, `${reads} reads of ${findings.length} findings`);
  });
});

describe('a plan of plain bullets', () => {
  const checked = (plan: string): string => {
    const { document, bound } = planned(plan);
    return applyEdits(document.text, checklistEdits(document, bound?.outline)).slice(HEAD.length).trimEnd();
  };

  it('becomes a checklist', () => {
    assert.equal(checked('- A\n  - a\n- B'), '- [ ] A\n  - [ ] a\n- [ ] B');
  });

  it('is not changed once it has a task', () => {
    assert.equal(checked('- A\n  - [ ] a'), '- A\n  - [ ] a');
  });
});
