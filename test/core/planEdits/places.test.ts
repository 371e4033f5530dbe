import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { planLenses } from '../../../src/core/features/lenses';
import { isRefused } from '../../../src/core/plan/change';
import { readLabel, withoutLabel } from '../../../src/core/plan/labels';
import {
  milestoneAt,
  milestoneToStart,
  startableMilestones,
  taskAt,
  toggleTasks,
} from '../../../src/core/planEdits/places';
import { shorten } from '../../../src/core/text/shorten';
import { applyEdits } from '../../../src/core/text/text';

const PLAN = `# Kettle

## Implementation Plan

- [x] Milestone 1: Boil
  - [x] Step 1: Fill
- [ ] Milestone 2: Whistle
  - [x] Step 1: Listen
  - [ ] Step 2: Cut the slot
    with a file

    A note on the slot.
    - as wide as a finger
  - [~] Step 3: Polish
- [ ] Milestone 3: Pour

## Future Work

- [ ] A second kettle
`;

const analysis = analyze(PLAN, { templates: [], today: '2026-11-22' });
const lineOf = (piece: string): number => PLAN.slice(0, PLAN.indexOf(piece)).split('\n').length - 1;

describe('places in a plan', () => {
  it('find the task of its own line, of the text below it, and of plain items inside it', () => {
    const slot = lineOf('Step 2');
    for (const piece of ['Step 2', 'with a file', 'A note', 'as wide as']) {
      assert.equal(taskAt(analysis.document, lineOf(piece)), slot, piece);
    }
    assert.equal(taskAt(analysis.document, lineOf('A second kettle')), lineOf('A second kettle'));
    assert.equal(taskAt(analysis.document, lineOf('## Future Work')), undefined);
    assert.equal(taskAt(analysis.document, lineOf('## Future Work') - 1), undefined);
  });

  it('find the milestone of a line, a heading or an item', () => {
    assert.equal(milestoneAt(analysis, lineOf('as wide as'))?.title, 'Milestone 2: Whistle');
    assert.equal(milestoneAt(analysis, lineOf('# Kettle')), undefined);
    const text =
      '# K\n\n## Plan\n\n### Phase 1\n\n- [ ] Fill\n\n### Phase 2\n\nLater.\n\n## Notes\n\nNone.\n';
    const headings = analyze(text, { templates: [], today: '2026-11-22' });
    assert.equal(milestoneAt(headings, 6)?.title, 'Phase 1');
    assert.equal(milestoneAt(headings, 10)?.title, 'Phase 2');
    assert.equal(milestoneAt(headings, 12), undefined);
  });

  it('find the milestone to start', () => {
    assert.deepEqual(
      startableMilestones(analysis.plan).map(({ title }) => title),
      ['Milestone 3: Pour'],
    );
    assert.equal(milestoneToStart(analysis)?.title, 'Milestone 3: Pour', 'the only one');
    assert.equal(milestoneToStart(analysis, lineOf('Step 1: Fill'))?.title, 'Milestone 3: Pour');
    const fresh = analyze('## Plan\n\n- [ ] Milestone 1\n- [ ] Milestone 2\n- [-] Milestone 3\n', {
      templates: [],
      today: '2026-11-22',
    });
    assert.equal(milestoneToStart(fresh)?.title, 'Milestone 1', 'the next one');
    assert.equal(milestoneToStart(fresh, 3)?.title, 'Milestone 2', 'the one at the cursor');
    assert.equal(milestoneToStart(fresh, 4)?.title, 'Milestone 1', 'not one that is marked otherwise');
    const { next: _, ...begun } = fresh;
    assert.equal(milestoneToStart(begun), undefined, 'one of two');
  });

  it('toggle the tasks of several lines together', () => {
    const lines = ['Step 1: Listen', 'as wide as', 'Step 2', '## Future Work'].map(lineOf);
    const turned = toggleTasks(analysis, lines);
    assert.ok(!isRefused(turned));
    assert.deepEqual(turned.lines, [lineOf('Step 1: Listen'), lineOf('Step 2')]);
    assert.equal(applyEdits(PLAN, turned.edits), PLAN.replace('[ ] Step 2', '[x] Step 2'));
    const back = toggleTasks(analysis, [lineOf('Step 1: Listen')]);
    assert.ok(!isRefused(back));
    assert.equal(applyEdits(PLAN, back.edits), PLAN.replace('[x] Step 1: Listen', '[ ] Step 1: Listen'));
    assert.ok(isRefused(toggleTasks(analysis, [0])));
  });
});

describe('code lenses of a plan', () => {
  it('show the progress of started milestones, and actions on the next step only', () => {
    const lenses = (text: string): string[] =>
      planLenses(analyze(text, { templates: [], today: '2026-11-22' })).map(
        (offer) =>
          `${offer.line} ${offer.kind}${offer.kind === 'progress' ? ` ${offer.done}/${offer.total}` : ''}`,
      );
    assert.deepEqual(lenses(PLAN), ['6 progress 1/3', '6 addStep', '8 complete', '8 handOff']);
    assert.deepEqual(lenses('## Plan\n\n- [ ] Milestone 1\n- [ ] Milestone 2\n'), ['2 start', '2 handOff']);
    assert.deepEqual(lenses('## Plan\n\n- [ ] Milestone 1\n  - [x] All\n'), ['2 progress 1/1', '2 complete']);
    assert.deepEqual(lenses('## Plan\n\n- [x] Milestone 1\n  - [x] All\n'), []);
    const two = '## Plan\n\n- [ ] Milestone 1\n  - [ ] One\n- [ ] Milestone 2\n  - [ ] Two\n';
    assert.deepEqual(lenses(two), ['2 progress 0/1', '2 addStep', '3 complete', '3 handOff']);
    assert.deepEqual(lenses('## Notes\n\nNone.\n'), []);
  });
});

describe('short titles', () => {
  it('drop the label if more text follows', () => {
    assert.equal(withoutLabel('Step 3: Fail over'), 'Fail over');
    assert.equal(withoutLabel('**Phase 1** — Boil'), 'Boil');
    assert.equal(withoutLabel('Etappe 2: Kochen'), 'Kochen');
    assert.equal(withoutLabel('里程碑 1：烧水'), '烧水');
    assert.equal(withoutLabel('ステップ2、湯を沸かす'), '湯を沸かす');
    assert.equal(withoutLabel('Milestone 2'), 'Milestone 2');
    for (const title of ['T001 [P] Boil', '1.2 Boil', 'Step 1.2: Boil', 'Step 2a: Boil']) {
      assert.equal(withoutLabel(title), title);
    }
    assert.equal(withoutLabel('Whistle: loud'), 'Whistle: loud');
    assert.equal(readLabel('Whistle'), undefined);
  });

  it('end at a word boundary, and never inside a character', () => {
    assert.equal(shorten('Fail over', 9), 'Fail over');
    assert.equal(shorten('Fail over to the second provider', 16), 'Fail over to…');
    assert.equal(shorten('Donaudampfschifffahrt', 8), 'Donauda…');
    assert.equal(shorten('🦉🦉🦉🦉', 3), '🦉🦉…');
  });
});
