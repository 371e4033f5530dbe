import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analyze';
import { hoverAt } from '../../../src/core/features/hover';
import type { HoverCard } from '../../../src/core/features/hoverCard';
import { evidenceComment } from '../../../src/core/plan/evidence';
import { readTemplate } from '../../../src/core/template/template';
import { readRepo } from '../../fixture';

const design = readTemplate(readRepo('media/templates/design.md'), 'design.md');
const HEAD = '# Design: Tea\n\n**Status:** In Progress\n\n## Summary\n\nTea.\n\n## Goals\n\n- Hot.\n\n';

/** The hover on the line of the plan that contains a text. */
function on(
  plan: string,
  piece: string,
): (Omit<HoverCard, 'lines'> & { readonly lines: readonly string[] }) | undefined {
  const text = `${HEAD}## Implementation Plan\n\n${plan}`;
  const line = text.slice(0, text.indexOf(piece)).split('\n').length - 1;
  const analysis = analyze(text, { templates: [design], today: '2026-11-22' });
  const card = hoverAt(analysis, { line, character: 4 });
  return card && { ...card, lines: card.lines.map(String) };
}

describe('the hover on a task', () => {
  const plan = [
    '- [ ] Milestone 1: Boil',
    '  - [x] Fill the kettle',
    '  - [ ] Heat it, verify: `npm run boil -- --fast` (src/boil/**, src/kettle.ts)',
    '  - [ ] Taste it (human), blocked by milestone 2',
    '- [ ] Milestone 2: Pour',
    '',
  ].join('\n');

  it('has the progress of a milestone', () => {
    assert.deepEqual(on(plan, 'Milestone 1')?.lines, ['Milestone 1 of 2: 1 of 3 steps done.']);
    assert.deepEqual(on(plan, 'Milestone 2: Pour')?.lines, ['Milestone 2 of 2: not done.']);
  });

  it('has the check of a step, and the files that it is for', () => {
    assert.deepEqual(on(plan, 'Heat'), {
      range: { start: { line: 16, character: 2 }, end: { line: 16, character: 78 } },
      title: 'Heat it, verify: npm run boil -- --fast (src/boil/**, src/kettle.ts)',
      lines: [
        'Step 2 of 3: not done.',
        'It is the next step.',
        'Files of its check: src/boil/**, src/kettle.ts',
        'Its check:',
      ],
      block: { language: 'sh', text: 'npm run boil -- --fast' },
    });
  });

  it('says who completes a step, and what it waits for', () => {
    assert.deepEqual(on(plan, 'Taste')?.lines, [
      'Step 3 of 3: not done.',
      'It waits for "Milestone 2: Pour".',
      'Only a person completes it.',
    ]);
  });

  it('has the evidence, and says where there is none, or for other words', () => {
    const step = '  - [x] Heat it, verify: `boil`';
    const text = 'Heat it, verify: `boil`';
    const comment = evidenceComment(
      { text, prose: [text] },
      { exit: 0, tree: '0123456789abcdef0123', seen: true },
    );
    const of = (line: string) => on(`- [ ] Milestone 1: Boil\n${line}\n  - [ ] Pour\n`, 'Heat')?.lines[1];
    assert.equal(of(step), 'Nothing shows that its check passed.');
    assert.equal(of(`${step} ${comment}`), 'Its check was seen to end with exit status 0 on 0123456789ab.');
    assert.match(of(`${step.replace('Heat', 'Heat all of')} ${comment}`) ?? '', /It was reworded since\.$/);
  });

  it('has what contradicts a milestone', () => {
    const lines = on(
      '- [x] Milestone 1: Boil\n  - [ ] Fill\n- [ ] Milestone 2: Pour\n',
      'Milestone 1',
    )?.lines;
    assert.equal(lines?.[0], 'Milestone 1 of 2: ticked, but 0 of 1 steps done.');
    assert.match(lines?.find((line) => line.startsWith('Contradiction: ')) ?? '', /Fill|step/);
  });

  it('is on milestones that are headings, and on no other line', () => {
    const headings =
      '### Milestone 1: Boil\n\n- [ ] Fill\n\nSome prose.\n\n### Milestone 2: Pour\n\n- [ ] Lift\n';
    assert.deepEqual(on(headings, '### Milestone 1')?.lines, ['Milestone 1 of 2: 0 of 1 steps done.']);
    assert.equal(on(headings, 'Some prose'), undefined);
  });
});
