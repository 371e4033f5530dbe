import assert from 'node:assert/strict';
import { folderWith, run, textOf } from './program';

const TEMPLATE =
  '# Gate: <Name>\n\n## Problem (Required)\n\nText.\n\n## Risks (Required)\n\nText.\n\n## Plan (Required)\n\n- [ ] Milestone 1: <name>\n';
const DOC = TEMPLATE.replaceAll(' (Required)', '').replace('<Name>', 'Locks');
const PLAN = '# Implementation Plan\n\n- [x] 1. Saw\n- [-] 2. Show\n  - [ ] 2.1 Draw\n';
const FILES = {
  'gates/gate-template.md': TEMPLATE,
  'gates/1.md': DOC,
  '.kiro/specs/locks/tasks.md': PLAN,
};

describe('adopt', () => {
  it('takes the tasks of another plan, which stays as it is', () => {
    const folder = folderWith(FILES);
    const { status, stdout, stderr } = run(folder, 'adopt', 'gates/1.md', '.kiro/specs/locks/tasks.md');
    assert.deepEqual([status, stdout], [0, 'gates/1.md:13 added 1. Saw\ngates/1.md:14 added 2. Show\n']);
    assert.match(stderr, /next: gates\/1\.md:15 do 2\.1 Draw/);
    const expected = DOC.replace(
      '- [ ] Milestone 1: <name>',
      '- [x] 1. Saw\n- [ ] 2. Show\n  - [ ] 2.1 Draw',
    );
    assert.equal(textOf(folder, 'gates/1.md'), expected);
    assert.equal(textOf(folder, '.kiro/specs/locks/tasks.md'), PLAN);
  });

  it('says why it takes none, and writes nothing', () => {
    const folder = folderWith(FILES);
    for (const [words, message] of [
      [['gates/1.md', 'gates/1.md'], /are the same file/],
      [['.kiro/specs/locks/tasks.md', 'gates/1.md'], /plan of another tool/],
      [['gates/1.md', 'gates/2.md'], /There is no file "gates\/2\.md"/],
      [['gates/1.md', '.kiro/specs/locks/tasks.md', '--version', '0'], /no longer at version 0/],
    ] as const) {
      const { status, stderr } = run(folder, 'adopt', ...words);
      assert.equal(status, 2);
      assert.match(stderr, message);
    }
    assert.equal(textOf(folder, 'gates/1.md'), DOC);
    assert.equal(textOf(folder, '.kiro/specs/locks/tasks.md'), PLAN);
  });
});
