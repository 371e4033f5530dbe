/** What changed in a plan: ticks, steps, checks and evidence. */

import assert from 'node:assert/strict';
import { completeEdits } from '../../../src/core/planEdits/tick';
import { applyEdits } from '../../../src/core/text/text';
import { analysisOf, changed, changesOf, edited, TEA } from './compare';

const FILL = '- [ ] Fill the kettle';
const done = (line: string): [string, string] => [line, line.replace('[ ]', '[x]')];

/** The document with the first step completed, with evidence. */
function completed(exit = 0): string {
  const { document, plan } = analysisOf(TEA);
  const step = plan.milestones[0]?.steps[0];
  assert.ok(step);
  return applyEdits(TEA, completeEdits(document, step, { exit, tree: 'abc123' }) ?? []);
}

describe('the changes of a plan', () => {
  it('are none if nothing but numbers, labels and white space differ', () => {
    const renumbered = TEA.replace('Milestone 2:', 'Milestone 7:').replaceAll('  - [ ]', '    - [ ]');
    assert.deepEqual(changesOf(TEA, renumbered), []);
  });

  it('flag a tick without evidence that the check passed, and not one with evidence', () => {
    assert.deepEqual(changed(done(FILL)), [
      'step-ticked! 22 Step "Fill the kettle verify: npm test fill" is ticked. There is no evidence that its check passed: "npm test fill".',
    ]);
    assert.deepEqual(changesOf(TEA, completed()), [
      'step-ticked 22 Step "Fill the kettle verify: npm test fill" is ticked.',
    ]);
    assert.match(changesOf(TEA, completed(1)).join('\n'), /^step-ticked! 22 .*failed, with exit status 1\.$/);
    const other = edited(completed(), ['Fill the', 'Fill up the']);
    assert.match(changesOf(TEA, other).join('\n'), /^step-ticked! 22 .*Its evidence is for other words\./);
  });

  it('say how many steps were ticked at once without evidence', () => {
    const both = changed(done(FILL), done('- [ ] Heat the kettle'));
    assert.equal(both.length, 2);
    for (const one of both)
      assert.match(one, /^step-ticked! .* one of 2 steps ticked at once without evidence/);
  });

  it('flag three ticks at once without evidence where no check is named, and not two', () => {
    const two = changed(done('- [ ] Find clean cups'), done('- [ ] Warm the pot'));
    assert.deepEqual(
      two.map((one) => one.split(' ')[0]),
      ['step-ticked', 'step-ticked'],
    );
    const three = changed(
      done('- [ ] Find clean cups'),
      done('- [ ] Warm the pot'),
      done('- [ ] Pour the tea'),
    );
    assert.equal(three.length, 3);
    for (const one of three)
      assert.match(one, /^step-ticked! .*one of 3 steps ticked at once without evidence\.$/);
  });

  it('flag a tick for a person, also if the mark went with it, and a tick over open steps', () => {
    assert.match(
      changed(done('- [ ] Taste it')).join('\n'),
      /^step-ticked! 28 .* Only a person may complete it\.$/,
    );
    const unmarked = changed(['- [ ] Taste it (human)', '- [x] Taste it']);
    assert.match(unmarked.join('\n'), /step-ticked! 28 .* Only a person may complete it\./);
    assert.deepEqual(changed(done('- [ ] Milestone 1: Boil the water')), [
      'step-ticked! 21 Milestone "Milestone 1: Boil the water" is ticked. Line 22 below it is not done.',
    ]);
  });

  it('flag a tick whose check went with it', () => {
    const gone = changed([`${FILL} \`verify: npm test fill\``, '- [x] Fill the kettle']);
    assert.equal(gone.length, 2);
    assert.match(gone[0] ?? '', /^step-ticked! 22 .*no evidence that its check passed: "npm test fill"\.$/);
    assert.match(gone[1] ?? '', /^check-changed! 22 .*no longer names the check "npm test fill"\./);
  });

  it('flag a step that is new and ticked as they flag any tick', () => {
    assert.deepEqual(changed(['  - [ ] Warm', '  - [x] Chill `verify: npm test chill`\n  - [ ] Warm']), [
      'step-added! 26 Step "Chill verify: npm test chill" is new, and ticked. There is no evidence that its check passed: "npm test chill".',
    ]);
  });

  it('name steps that came, went, moved, or lost their tick', () => {
    assert.deepEqual(changed(['  - [ ] Warm the pot\n', '']), [
      'step-removed -26 Step "Warm the pot" is gone.',
    ]);
    assert.deepEqual(changed(['  - [ ] Warm', '  - [ ] Buy sugar\n  - [ ] Warm']), [
      'step-added 26 Step "Buy sugar" is new.',
    ]);
    assert.deepEqual(
      changed(
        ['  - [ ] Warm the pot\n', ''],
        ['- [ ] Milestone 2', '  - [ ] Warm the pot\n- [ ] Milestone 2'],
      ),
      ['steps-moved 24 Step "Warm the pot" stands under "Milestone 1: Boil the water" now.'],
    );
    const order = changed(
      ['  - [ ] Warm the pot\n', ''],
      ['  - [ ] Find', '  - [ ] Warm the pot\n  - [ ] Find'],
    );
    assert.deepEqual(order, [
      'steps-moved 25 The order of the steps of "Milestone 2: Serve the guests" changed.',
    ]);
    const ticked = edited(TEA, done('- [ ] Find clean cups'));
    assert.deepEqual(changesOf(ticked, TEA), [
      'step-unticked 25 Step "Find clean cups" is no longer ticked.',
    ]);
    assert.deepEqual(changed(['- [ ] Find', '- [~] Find']), [
      'step-marked 25 Step "Find clean cups": the mark was [ ], and is "[~]".',
    ]);
  });

  it('find a reworded step again, and flag it if it is done', () => {
    const reworded: [string, string] = ['Find clean cups', 'Find four clean cups'];
    assert.deepEqual(changed(reworded), [
      'step-reworded 25 Step "Find clean cups" is now "Find four clean cups".',
    ]);
    const ticked = edited(TEA, done('- [ ] Find clean cups'));
    assert.deepEqual(changesOf(ticked, edited(ticked, reworded)), [
      'step-reworded! 25 Step "Find clean cups" is now "Find four clean cups". It is done: the tick was for other words.',
    ]);
    assert.deepEqual(changed(['Find clean cups', 'Paint the shed']), [
      'step-added 25 Step "Paint the shed" is new.',
      'step-removed -25 Step "Find clean cups" is gone.',
    ]);
  });

  it('find a milestone again by its steps', () => {
    const now = changed(['Milestone 2: Serve the guests', 'Milestone 2: Everything else']);
    assert.deepEqual(now, [
      'step-reworded 24 Milestone "Milestone 2: Serve the guests" is now "Milestone 2: Everything else".',
    ]);
  });

  it('name a check that changed, and evidence that came and went', () => {
    assert.deepEqual(changed(['npm test fill', 'true']), [
      'check-changed 22 Step "Fill the kettle verify: true": its check was "npm test fill", and is "true".',
    ]);
    const bare = edited(TEA, done(FILL));
    assert.deepEqual(changesOf(bare, completed()), [
      'evidence-added 22 Step "Fill the kettle verify: npm test fill" has now evidence.',
    ]);
    assert.match(changesOf(completed(), bare).join('\n'), /^evidence-lost! 22 .* It is still ticked\.$/);
  });

  it('find a renamed milestone by most of its steps, also if its first one went to a new milestone', () => {
    const changes = changed(
      ['- [ ] Milestone 2: Serve the guests\n', '- [ ] Milestone 2: Dishes\n'],
      ['  - [ ] Warm the pot\n', '- [ ] Milestone 3: A table full of happy friends\n  - [ ] Warm the pot\n'],
    );
    assert.ok(!changes.some((one) => one.startsWith('step-removed')), changes.join('\n'));
  });

  it('tell that a step became a milestone, also if its milestone is gone', () => {
    const promoted = changed([
      '- [ ] Milestone 1: Boil the water\n  - [ ] Fill the kettle `verify: npm test fill`\n  - [ ] Heat the kettle `verify: npm test heat`\n',
      '- [ ] Fill the kettle `verify: npm test fill`\n- [ ] Heat the kettle `verify: npm test heat`\n',
    ]);
    const moved = promoted.filter((one) => one.startsWith('steps-moved'));
    assert.equal(moved.length, 2, promoted.join('\n'));
    assert.match(moved[0] ?? '', /"Fill the kettle .*" stands at the top of the plan now\.$/);
  });
});
