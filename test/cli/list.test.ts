import assert from 'node:assert/strict';
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
    const document = (path: string, stage: string, warnings: number): object => ({
      path,
      title: 'Proposal: Lock gates',
      stage,
      template: 'template',
      templatePath: 'rfcs/template.md',
      done: 2,
      total: 3,
      warnings,
    });
    const documents = [document('rfcs/0001-lock.md', 'progress', 0), document('rfcs/2.md', 'draft', 2)];
    const { stdout } = run(folder, 'list', '--format', 'json');
    assert.equal(stdout, `${JSON.stringify({ version: 1, documents }, null, 2)}\n`);
  });

  it('says so where there is none, and takes no path', () => {
    const none = run(folderWith({}), 'list');
    assert.deepEqual([none.status, none.stdout], [0, '']);
    assert.match(none.stderr, /^Nothing was checked: there is no Markdown file here/);
    assert.match(run(folder, 'list', 'rfcs').stderr, /"list" takes nothing\. Got 1: rfcs\./);
  });
});
