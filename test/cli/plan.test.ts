import assert from 'node:assert/strict';
import { folderWith, run } from './program';
import { CLEAN, TEMPLATE } from './texts';

const folder = (): string =>
  folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': CLEAN.replace('[ ] Step 2.1', '[~] Step 2.1') });

describe('plan', () => {
  it('writes JSON in the documented shape and order of keys', () => {
    const { status, stdout } = run(folder(), 'plan', 'rfcs/1.md', '--format', 'json');
    const leaf = {
      title: 'Step 2.1: Draw the cable',
      line: 18,
      depth: 2,
      mark: '~',
      done: false,
      optional: false,
      parallel: false,
      steps: [],
    };
    const expected = {
      version: 1,
      path: 'rfcs/1.md',
      done: 2,
      total: 3,
      milestones: [
        {
          title: 'Milestone 1: Camera',
          line: 13,
          state: 'done',
          done: 1,
          total: 1,
          optional: false,
          steps: [
            {
              title: 'Step 1: Choose one',
              line: 14,
              depth: 1,
              mark: 'x',
              done: true,
              optional: false,
              parallel: false,
              steps: [],
            },
          ],
        },
        {
          title: 'Milestone 2: Screen',
          line: 15,
          state: 'started',
          done: 1,
          total: 2,
          optional: false,
          steps: [
            {
              title: 'Step 1: Mount it',
              line: 16,
              depth: 1,
              mark: 'x',
              done: true,
              optional: false,
              parallel: false,
              steps: [],
            },
            {
              title: 'Step 2: Wire it',
              line: 17,
              depth: 1,
              mark: ' ',
              done: false,
              optional: false,
              parallel: false,
              steps: [leaf],
            },
          ],
        },
      ],
    };
    assert.equal(status, 0);
    assert.equal(stdout, `${JSON.stringify(expected, null, 2)}\n`);
  });

  it('writes a checklist with counts for people', () => {
    const { status, stdout } = run(folder(), 'plan', 'rfcs/1.md');
    const expected = [
      'rfcs/1.md: 2 of 3 tasks done',
      '',
      '[x] Milestone 1: Camera (1/1)',
      '    [x] Step 1: Choose one',
      '[ ] Milestone 2: Screen (1/2)',
      '    [x] Step 1: Mount it',
      '    [ ] Step 2: Wire it',
      '        [~] Step 2.1: Draw the cable',
      '',
    ];
    assert.deepEqual([status, stdout], [0, expected.join('\n')]);
  });

  it('says so where there is no plan', () => {
    const { status, stdout } = run(folderWith({ 'a.md': '# A\n\n## B\n\n- [ ] c\n' }), 'plan', 'a.md');
    assert.deepEqual([status, stdout], [0, 'a.md: no plan\n']);
  });

  it('cannot run on a missing file, a folder or a file that is no text', () => {
    const place = folderWith({ 'rfcs/1.md': Buffer.from([0xff]) });
    for (const file of ['none.md', 'rfcs', 'rfcs/1.md']) {
      const { status, stdout, stderr } = run(place, 'plan', file);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, new RegExp(`^design-docs: .*${file}`));
    }
  });
});
