import assert from 'node:assert/strict';
import { folderWith, run } from './program';
import { CLEAN, TEMPLATE } from './texts';

const DRAFT = CLEAN.replace('In Progress', 'Draft').replaceAll('[x]', '[ ]');
const CLAIM = `${DRAFT}\n## Ideas\n\nIt can never leak.\n`;
const ASKING = TEMPLATE.replace(
  '<instructions>',
  '<!-- design-docs: ready Is it paid? -->\n\n<instructions>',
);

describe('questions for a person', () => {
  const folder = folderWith({ 'rfcs/template.md': ASKING, 'rfcs/1.md': CLAIM });

  it('block nothing', () => {
    const { status, stdout, stderr } = run(folder, 'ready', 'rfcs/1.md');
    assert.deepEqual([status, stderr], [0, 'rfcs/1.md is ready for review. Questions for a person: 2.\n']);
    assert.match(
      stdout,
      /\n\? Which tests cover .*\n {4}rfcs\/1\.md:26 Which test shows that "It can never leak\."\?\n\? Is it paid\?\n$/,
    );
  });

  it('are notices for GitHub, on the first line if they are about the whole document', () => {
    const { status, stdout } = run(folder, 'ready', 'rfcs/1.md', '--format', 'github');
    assert.equal(status, 0);
    assert.match(stdout, /^::notice file=rfcs\/1\.md,line=26,title=.*::Which test shows/m);
    assert.match(stdout, /^::notice file=rfcs\/1\.md,line=1,title=Is it paid\?::Is it paid\?$/m);
  });
});
