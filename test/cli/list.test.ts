import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { folderWith, run } from './program';
import { CLEAN, FLAWED, TEMPLATE } from './texts';

describe('list', () => {
  const folder = folderWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/0001-lock.md': CLEAN,
    'rfcs/2.md': FLAWED.replace('In Progress', 'Draft'),
    'notes.md': '# Notes\n',
  });

  it('writes a line for each document below its template: stage, progress, title and warnings', () => {
    const { status, stdout } = run(folder, 'list');
    const expected = [
      'template (rfcs/template.md): 2 documents',
      '  rfcs/0001-lock.md  progress         2/3  Proposal: Lock gates',
      '  rfcs/2.md          draft            2/3  Proposal: Lock gates (2 warnings)',
      '',
    ];
    assert.deepEqual([status, stdout], [0, expected.join('\n')]);
  });

  it('writes JSON in the documented shape and order of keys', () => {
    const document = (
      path: string,
      stage: string,
      status: string,
      author: string,
      warnings: number,
    ): object => ({
      path,
      title: 'Proposal: Lock gates',
      stage,
      template: 'template',
      templatePath: 'rfcs/template.md',
      planFormat: null,
      done: 2,
      total: 3,
      warnings,
      number: path === 'rfcs/0001-lock.md' ? 1 : null,
      ownTitle: 'Lock gates',
      status,
      author,
      created: '2026-01-02',
      // A hint is a finding, too.
      findings: warnings === 0 ? 0 : warnings + 1,
      links: [],
      linkedFrom: [],
    });
    const documents = [
      document('rfcs/0001-lock.md', 'progress', 'In Progress', 'Ada', 0),
      document('rfcs/2.md', 'draft', 'Draft', '<Your Name>', 2),
    ];
    const { stdout } = run(folder, 'list', '--format', 'json');
    assert.equal(stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`);
  });

  it('lists the plans of other tools that have tasks, also in hidden folders, with git and without', () => {
    const plans = folderWith({
      '.kiro/specs/locks/tasks.md': '# Plan\n\n- [-] 1. Saw\n- [x] 2. Glue\n',
      '.kiro/specs/locks/design.md': CLEAN,
      '.hidden/openspec/changes/a/tasks.md': '# Plan\n\n- [ ] 1. Saw\n',
      'openspec/changes/archive/add-b/tasks.md': '## 1. Build\n\n- [ ] 1.1 Saw\n',
      'specs/001-c/tasks.md': '# Tasks: C\n\n## Phase 1\n\n- [x] T001 Saw\n',
      'specs/002-d/tasks.md': '# Tasks: D\n\nNone.\n',
      'tasks.md': '# Tasks\n\n- [ ] Saw\n',
    });
    const expected = [
      'Kiro: 1 plan',
      '  .kiro/specs/locks/tasks.md               progress         1/2  Plan',
      'OpenSpec: 1 plan',
      '  openspec/changes/archive/add-b/tasks.md  dead             0/1  ',
      'Spec Kit: 1 plan',
      '  specs/001-c/tasks.md                     finished         1/1  Tasks: C',
      '',
    ];
    assert.equal(run(plans, 'list').stdout, expected.join('\n'));
    assert.match(run(plans, 'next').stdout, /^\.kiro\/specs\/locks\/tasks\.md:3 do 1\. Saw\n/);
    assert.match(run(plans, 'check').stderr, /^Nothing was checked/);
    spawnSync('git', ['init', '-q'], { cwd: plans });
    assert.equal(run(plans, 'list').stdout, expected.join('\n'));
    const [plan] = JSON.parse(run(plans, 'list', '--format', 'json').stdout).documents;
    assert.deepEqual([plan.template, plan.planFormat], [null, 'Kiro']);
  });

  it('says so where there is none, and takes no path', () => {
    const none = run(folderWith({}), 'list');
    assert.deepEqual([none.status, none.stdout], [0, '']);
    assert.match(none.stderr, /^Nothing was checked: there is no Markdown file here/);
    assert.match(run(folder, 'list', 'rfcs').stderr, /"list" takes nothing\. Got 1: rfcs\./);
  });
});
