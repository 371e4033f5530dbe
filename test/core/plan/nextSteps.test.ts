/** The changes when a milestone starts, and to the list of next steps when one starts or ends. */

import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { isRefused } from '../../../src/core/plan/change';
import { nextStepsAfter } from '../../../src/core/plan/nextSteps';
import { completeTask } from '../../../src/core/planEdits/complete';
import { startEdits, startMilestone, withListedStatus } from '../../../src/core/planEdits/start';
import { tickEdits } from '../../../src/core/planEdits/tick';
import { readTemplate } from '../../../src/core/template/template';
import { applyEdits } from '../../../src/core/text/text';
import { readRepo } from '../../fixture';

const design = readTemplate(readRepo('media/templates/design.md'), 'design.md');
const head =
  '# Design: Tea\n\n**Status:** Draft for now\n\n## Summary\n\nTea.\n\n## Goals\n\n- Hot.\n\n## Next Steps\n\n';
const listIn = (text: string): string =>
  text.slice(text.indexOf('## Next') + '## Next Steps\n\n'.length, text.indexOf('\n## Impl'));

describe('startMilestone', () => {
  const plan =
    '\n## Implementation Plan\n\n- [x] Milestone 1: Buy a kettle\n- [ ] Milestone 2: Boil\n- [ ] Milestone 3: Pour\n';
  const start = (list: string, titles?: string[]) => {
    const text = head + list + plan;
    const analysis = analyze(text, { templates: [design], today: '2026-11-22' });
    const started = startMilestone(analysis, analysis.plan.milestones[1]?.line ?? -1, titles);
    assert.ok(!isRefused(started));
    return { started, text, after: applyEdits(text, startEdits(started)) };
  };

  it('writes only its own steps, and sets the status', () => {
    const { text, after, started } = start('- Boil.\n', ['Fill', 'Heat']);
    assert.equal(
      after,
      text
        .replace('Draft for', 'In Progress for')
        .replace('Boil\n- [ ] M', 'Boil\n  - [ ] Fill\n  - [ ] Heat\n- [ ] M'),
    );
    assert.equal(started.status?.word, 'In Progress');
    assert.match(
      start('- Boil.\n').after,
      /Boil\n {2}- \[ \] Step 1: <single actionable task>\n {2}- \[ \] Step 2/,
    );
  });

  it('says whether the template lists the status, and can leave out one that it does not', () => {
    const { started } = start('- Ask around.\n');
    assert.equal(started.status?.isListed, false);
    assert.deepEqual(withListedStatus(started), {
      milestone: started.milestone,
      steps: started.steps,
      nextSteps: started.nextSteps,
    });
    const text = head + plan;
    const listing = { ...design, statuses: ['draft', 'being built', 'in progress', 'shipped'] };
    const analysis = analyze(text, { templates: [listing], today: '2026-11-22' });
    const listed = startMilestone(analysis, analysis.plan.milestones[1]?.line ?? -1);
    assert.ok(!isRefused(listed));
    assert.equal(listed.status?.isListed, true);
    assert.deepEqual(withListedStatus(listed), listed);
  });

  for (const [name, list, expected] of [
    ['put it on top', '- Ask around.\n', '- Milestone 2: Boil\n- Ask around.\n'],
    ['take out what is done', '- Milestone 1\n- Ask around.\n', '- Milestone 2: Boil\n- Ask around.\n'],
    [
      'keep what says more than a name',
      '- Milestone 1\n  - and tell Bo\n- After milestone 1, rest.\n',
      '- Milestone 2: Boil\n- Milestone 1\n  - and tell Bo\n- After milestone 1, rest.\n',
    ],
    ['name it once', '* Ask around.\n* Start milestone 2.\n', '* Ask around.\n* Start milestone 2.\n'],
    ['are not overfilled', '- a\n- b\n- c\n', '- a\n- b\n- c\n'],
    [
      'lose the text of the template',
      '- What happens first once this doc is approved, concrete enough to start today (1–3 bullets).\n- Ask.\n',
      '- Milestone 2: Boil\n- Ask.\n',
    ],
    ['may be text', 'Ask around.\n', 'Ask around.\n'],
  ] as const) {
    it(`updates the list of next steps: they ${name}`, () => {
      const { after } = start(list, []);
      assert.equal(listIn(after), expected);
    });
  }
});

describe('the list of next steps', () => {
  const plan =
    '\n## Implementation Plan\n\n- [x] Milestone 1: Buy a kettle\n- [ ] Milestone 2: Boil\n  - [x] Fill\n- [ ] Milestone 3: Pour\n  - [ ] Tilt\n';
  const finish = (list: string, row: string, more = plan) => {
    const text = head + list + more;
    const analysis = analyze(text, { templates: [design], today: '2026-11-22' });
    const line = text.slice(0, text.indexOf(row)).split('\n').length - 1;
    const completion = completeTask(analysis, line, { byHand: true });
    assert.ok(!isRefused(completion));
    const after = applyEdits(text, completion.edits);
    assert.equal(after.split('\n')[completion.line], text.split('\n')[line]?.replace('[ ]', '[x]'));
    const ticks = tickEdits(analysis.document, line, true) ?? [];
    const byHand = applyEdits(text, [...ticks, ...nextStepsAfter(analysis, ticks, [line])]);
    assert.equal(byHand, after);
    return after;
  };

  for (const [name, list, expected] of [
    ['goes on to the next milestone', '- Milestone 2: Boil\n', '- Milestone 3: Pour\n'],
    ['names the next one once', '* Milestone 2\n* **Milestone 3**: Pour\n', '* **Milestone 3**: Pour\n'],
    ['forgets older ones, too', '- Buy a kettle\n- Boil\n- Ask.\n', '- Milestone 3: Pour\n- Ask.\n'],
    ['keeps what says more than a name', '- Boil.\n  - Mind the lid.\n', '- Boil.\n  - Mind the lid.\n'],
    ['stays if it names none', '- Milestone 1\n- Ask around.\n', '- Milestone 1\n- Ask around.\n'],
  ] as const) {
    it(name, () => {
      const after = finish(list, '- [ ] Milestone 2');
      assert.equal(after, head + expected + plan.replace('[ ] Milestone 2', '[x] Milestone 2'));
    });
  }

  it('stays when a step is done, and when the last milestone is', () => {
    assert.equal(listIn(finish('- Milestone 3: Pour\n', '- [ ] Tilt')), '- Milestone 3: Pour\n');
    const rest = plan.replace('[ ] Milestone 2', '[x] Milestone 2');
    assert.equal(listIn(finish('- Milestone 3\n', '- [ ] Milestone 3', rest)), '- Milestone 3\n');
  });

  it('follows a milestone that is a heading, and is done with its last step', () => {
    const headings =
      '\n## Implementation Plan\n\n### Milestone 1: Boil\n\n- [x] Fill\n- [ ] Heat\n\n### Milestone 2: Pour\n\n- [ ] Tilt\n';
    assert.equal(listIn(finish('- Milestone 1\n', '- [ ] Heat', headings)), '- Milestone 2: Pour\n');
  });

  it('may stand below the plan', () => {
    const text = `# Design: Tea\n${plan}\n## Next Steps\n\n- Boil\n`;
    const analysis = analyze(text, { templates: [design], today: '2026-11-22' });
    const completion = completeTask(analysis, 5, {});
    assert.ok(!isRefused(completion));
    assert.equal(completion.line, 5);
    assert.match(applyEdits(text, completion.edits), /Next Steps\n\n- Milestone 3: Pour\n$/);
  });
});
