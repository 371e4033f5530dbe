import assert from 'node:assert/strict';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const DRAFT = CLEAN.replace('In Progress', 'Draft').replace(
  '\n## Risks',
  '- [ ] Milestone 3: Horn\n- [ ] Milestone 12: Lamp of the screen\n\n## Risks',
);

describe('start', () => {
  const folder = (text = DRAFT): string => folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': text });

  it('writes the steps, sets the status, and says so', () => {
    const place = folder();
    const { status, stdout, stderr } = run(
      place,
      'start',
      'rfcs/1.md',
      '3',
      '--step',
      'Buy one, loud',
      '--step=Blow it',
    );
    const lines = [
      'rfcs/1.md:19 started Milestone 3: Horn',
      'rfcs/1.md:20 added Buy one, loud',
      'rfcs/1.md:21 added Blow it',
      'The status is now "In Progress".',
      '',
    ];
    assert.deepEqual([status, stdout], [0, lines.join('\n')]);
    assert.equal(stderr, 'next: rfcs/1.md:18 do Step 2.1: Draw the cable\n');
    const steps = '3: Horn\n  - [ ] Buy one, loud\n  - [ ] Blow it\n';
    assert.equal(
      textOf(place, 'rfcs/1.md'),
      DRAFT.replace('Draft', 'In Progress').replace('3: Horn\n', steps),
    );
  });

  it("writes the template's stubs where no steps are given, and leaves the status if it is told to", () => {
    const place = folder();
    const { stdout } = run(place, 'start', 'rfcs/1.md', 'horn', '--keep-status');
    assert.equal(stdout, 'rfcs/1.md:19 started Milestone 3: Horn\nrfcs/1.md:20 added Step 1: <step>\n');
    assert.equal(textOf(place, 'rfcs/1.md'), DRAFT.replace('3: Horn\n', '3: Horn\n  - [ ] Step 1: <step>\n'));
  });

  for (const [words, line] of [
    ['20', 20],
    ['12', 20],
    ['line 20', 20],
    ['Milestone 3', 19],
    ['milestone 2: screen', 15],
    ['lamp', 20],
  ] as const) {
    it(`finds the milestone that "${words}" means`, () => {
      assert.match(
        run(folder(), 'start', 'rfcs/1.md', words).stdout,
        new RegExp(`^rfcs/1\\.md:${line} started`),
      );
    });
  }

  for (const [words, message] of [
    ['screen', /Several milestones match "screen"\. Name one of these: line 15 .*, line 20 /],
    ['pump', /No milestone matches "pump"\. Name one of these: line 13 .*, line 20 /],
    ['99', /No milestone matches "99"/],
    ['...', /No milestone matches/],
    ['1', /"Milestone 1: Camera" is done already/],
  ] as const) {
    it(`refuses "${words}", and says what there is`, () => {
      const place = folder();
      const { status, stdout, stderr } = run(place, 'start', 'rfcs/1.md', words, '--step', 'x');
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
      assert.equal(textOf(place, 'rfcs/1.md'), DRAFT);
    });
  }

  it('says so where there is no plan', () => {
    assert.match(run(folder('# A\n'), 'start', 'rfcs/1.md', '1').stderr, /The document has no plan/);
  });
});
