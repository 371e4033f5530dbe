import assert from 'node:assert/strict';
import { parseDocument } from '../../../src/core/document/document';
import { bindOutline } from '../../../src/core/outline/outline';
import { milestoneLabel, numbered } from '../../../src/core/plan/labels';
import type { Milestone } from '../../../src/core/plan/plan';
import { readPlan } from '../../../src/core/plan/plan';
import { planSections } from '../../../src/core/plan/sections';
import { planStubs } from '../../../src/core/plan/stubs';
import type { Step } from '../../../src/core/plan/tasks';
import { tickEdits } from '../../../src/core/planEdits/tick';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';

function steps(list: readonly Step[]): string {
  return list
    .map((step) => `${step.mark}${step.title}${step.steps.length > 0 ? ` {${steps(step.steps)}}` : ''}`)
    .join(', ');
}

function line({ title, state, done, total, mark, steps: own }: Milestone): string {
  return `${mark ?? '#'}${title} ${state} ${done}/${total}${own.length > 0 ? ` {${steps(own)}}` : ''}`;
}

function planOf(body: string): string[] {
  const plan = readPlan(
    parseDocument(`# T\n\n## Implementation Plan\n\n${body}\n\n## Future Work\n\n- [x] later\n`),
  );
  const milestones = plan.milestones.map(line);
  return plan.milestones.length > 0 ? [`${plan.done}/${plan.total}`, ...milestones] : [];
}

describe('readPlan', () => {
  it("takes a section with tasks that is named like a plan where the template's plan is missing", () => {
    const template = readTemplate(
      '# E: <N>\n\n## Ziele\n\n## Umsetzung\n\n- [ ] Meilenstein 1: <m>\n',
      'e.md',
    );
    const total = (body: string) => {
      const document = parseDocument(`# E: A\n\n## Ziele\n\nText.\n\n${body}\n`);
      return readPlan(document, bindOutline(document, template)).total;
    };
    assert.equal(total('## Etappen\n\n- [x] eins\n- [ ] zwei'), 2);
    assert.equal(total('## Umsetzung\n\n- [x] eins\n\n## Etappen\n\n- [ ] zwei\n- [ ] drei'), 1);
    assert.equal(total('## Prüfliste\n\n- [x] eins'), 0);
  });

  for (const [name, body, expected] of [
    ['nothing', 'text', []],
    ['a flat list', '- [x] a\n- [ ] b', ['1/2', 'xa done 1/1', ' b open 0/1']],
    [
      'milestones with steps',
      '- [ ] A\n  - [x] a\n  - [ ] b\n- [x] B\n  - [x] c',
      ['2/3', ' A started 1/2 {xa,  b}', 'xB done 1/1 {xc}'],
    ],
    ['three layers', '- [ ] A\n  - [ ] a\n    - [x] b\n    - [X] c', ['2/2', ' A started 2/2 { a {xb, Xc}}']],
    [
      'plain items in between add no level',
      '- Phase\n  - [ ] A\n    - note\n      - [x] a\n- [ ] B',
      ['1/2', ' A started 1/1 {xa}', ' B open 0/1'],
    ],
    [
      'tasks with other marks are not done',
      '- [ ] A\n  - [~] a\n  - [x] b',
      ['1/2', ' A started 1/2 {~a, xb}'],
    ],
    ['words in boxes are no steps', '- [ ] A\n  - [in-flight] a\n  - [1] b', ['0/1', ' A open 0/1']],
    [
      'headings are the milestones',
      '### Phase 1 (Required)\n\n- [x] a\n\n### Notes\n\ntext\n\n### Phase 2\n\n#### Deep\n\n- [x] b\n- [ ] c',
      ['2/3', '#Phase 1 done 1/1 {xa}', '#Phase 2 started 1/2 {xb,  c}'],
    ],
    [
      'headings after a task are notes',
      '- [ ] A\n\n### Phase 1\n\n- [x] a',
      ['1/2', ' A open 0/1', 'xa done 1/1'],
    ],
    [
      'numbers, quotes and wrapped text',
      '1. [ ] **A**\n   b\n\n> - [x] c',
      ['1/2', ' **A** b open 0/1', 'xc done 1/1'],
    ],
    ['code and comments do not count', '```\n- [ ] a\n```\n\n<!--\n- [ ] b\n-->\n\n    - [ ] c', []],
  ] as const) {
    it(name, () => assert.deepEqual(planOf(body), expected));
  }

  it("is in the section of the template's plan, under any name", () => {
    const template = readTemplate(
      '# T: <x>\n\n<!-- design-docs: aliases Roadmap -->\n## Work (Required)\n\nMilestones:\n\n- [ ] <task>\n\n## Plan (Optional)\n',
      't.md',
    );
    const document = parseDocument('# T: x\n\n## Roadmap\n\n- [ ] a\n\n## Plan\n\n- [x] b\n');
    const outline = bindOutline(document, template);
    assert.deepEqual(readPlan(document, outline).milestones.map(line), [' a open 0/1']);
    const without = parseDocument('# T: x\n\n## Plan\n\n- [x] b\n');
    assert.deepEqual(planSections(without, bindOutline(without, template)), []);
    assert.equal(planSections(without).length, 1);
  });
});

describe('planSections', () => {
  it('count a task in two of them once', () => {
    const template = readTemplate(
      '# T: <x>\n\n## Plan\n\nSteps:\n\n- [ ] <a>\n\n### Milestones\n\n- [ ] <b>\n',
      't.md',
    );
    const document = parseDocument('# T: x\n\n## Plan\n\n- [ ] a\n\n### Milestones\n\n- [x] b\n');
    const { done, total, milestones } = readPlan(document, bindOutline(document, template));
    assert.deepEqual([done, total, milestones.map(({ title }) => title)], [1, 2, ['a', 'b']]);
  });
});

describe('tickEdits', () => {
  const text = '# A\r\n\r\n> * [ ] a\r\n> * [X] b\r\n- [~] c\r\n- d\r\n';
  const document = parseDocument(text);
  const tick = (at: number, done: boolean) => {
    const edits = tickEdits(document, at, done);
    return edits && applyEdits(text, edits);
  };

  it('changes one character in the box', () => {
    assert.equal(tick(2, true), text.replace('[ ]', '[x]'));
    assert.equal(tick(3, false), text.replace('[X]', '[ ]'));
  });

  it('is empty if there is nothing to change', () => {
    assert.equal(tick(2, false), text);
    assert.equal(tick(3, true), text);
  });

  for (const at of [0, 1, 4, 5, 6, 99, -1]) {
    it(`is empty on line ${at}`, () => {
      assert.equal(tick(at, true), undefined);
      assert.equal(tick(at, false), undefined);
    });
  }
});

describe('milestoneLabel', () => {
  for (const [text, label] of [
    ['Milestone 1: a', 'milestone'],
    ['**Milestone 12** a', 'milestone'],
    ['**M1** a', 'm'],
    ['M-2 a', 'm'],
    ['Phase 0 — a', 'phase'],
    ['Commit 3', 'commit'],
    ['milestone', undefined],
    ['Make 3 of them', undefined],
    ['The Milestone 1', undefined],
    ['Step 1: a', undefined],
  ] as const) {
    it(text, () => assert.equal(milestoneLabel(text), label));
  }
});

describe('planStubs', () => {
  it("use the words of the template's plan", () => {
    const stubs = planStubs(readTemplate('# T\n\n## Plan\n\n- [ ] M1: <a>\n  - [ ] Step 1: <b>\n', 't.md'));
    assert.deepEqual(stubs, { milestone: 'M1: <a>', steps: ['Step 1: <b>'] });
    assert.equal(numbered(stubs.steps[0] ?? '', 3), 'Step 3: <b>');
    assert.deepEqual(planStubs(readTemplate('# T\n\n## A\n', 't.md')), { milestone: '', steps: [] });
  });
});
