/** A template changes: the documents that are behind are listed, shown as a diff, and changed with the links to them. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { repositoryWith } from '../node/git/repository';
import { folderWith, run, textOf } from './program';

const TEMPLATE = `# Proposal: <Name>

**Status:** Draft

## Problem (Required)

Say who is hurt.

## Design (Required)

Say how.

## Rollout (Required)
`;
const RENAMED = TEMPLATE.replace('## Design', '## Proposed Shape').replace(
  '## Rollout',
  '## Risks (Required)\n\nSay what goes wrong.\n\n## Rollout',
);
const DOC = `# Proposal: Tea

**Status:** Draft

## Problem

Thirst, see [below](#design).

## Design

Hot water.

## Rollout

Today.
`;
const OTHER = DOC.replace('Tea', 'Jam').replace('[below](#design)', '[tea](1.md#design)');

function changed(after = RENAMED): string {
  const { folder, git } = repositoryWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1.md': DOC,
    'rfcs/2.md': OTHER.replace('Draft', 'In Progress').replaceAll('\n', '\r\n'),
    'rfcs/3.md': DOC.replace('Draft', 'Accepted').replace('Tea', 'Old'),
    'notes.md': '# Notes\n\nSee [tea](rfcs/1.md#design) and [jam](rfcs/2.md#problem).\n',
  });
  git('add', '.');
  git('commit', '-q', '-m', 'Write');
  fs.writeFileSync(path.join(folder, 'rfcs/template.md'), after);
  return folder;
}

const UPGRADED = DOC.replace('#design', '#proposed-shape')
  .replace('## Design', '## Proposed Shape')
  .replace('## Rollout', '## Risks\n\nSay what goes wrong.\n\n## Rollout');

describe('upgrade', () => {
  it('lists what drafts and documents in progress lack, and writes nothing', () => {
    const folder = changed();
    const { status, stdout, stderr } = run(folder, 'upgrade', '--since', 'HEAD');
    assert.match(
      stdout,
      /^rfcs\/template\.md since [0-9a-f]{12}: "Design" is now "Proposed Shape"; new: "Risks"\.\n/,
    );
    assert.deepEqual(stdout.split('\n').slice(1), [
      'rfcs/1.md:9 rename "Design" to "Proposed Shape"',
      'rfcs/1.md insert "Risks"',
      'rfcs/2.md:9 rename "Design" to "Proposed Shape"',
      'rfcs/2.md insert "Risks"',
      '',
    ]);
    assert.deepEqual(
      [status, stderr],
      [1, '2 of 3 documents are behind. --write changes them; --dry-run shows how.\n'],
    );
    assert.equal(textOf(folder, 'rfcs/1.md'), DOC);
  });

  it('writes the documents and the links to their headings in all files, and then finds nothing more', () => {
    const folder = changed();
    const diff = run(folder, 'upgrade', '--since=HEAD', '--dry-run').stdout;
    const { status, stderr } = run(folder, 'upgrade', '--since=HEAD', '--write');
    assert.deepEqual([status, stderr], [0, '2 documents brought up to date, 0 left to you.\n']);
    assert.equal(textOf(folder, 'rfcs/1.md'), UPGRADED);
    const other = OTHER.replace('Draft', 'In Progress')
      .replace('1.md#design', '1.md#proposed-shape')
      .replace('## Design', '## Proposed Shape')
      .replace('## Rollout', '## Risks\n\nSay what goes wrong.\n\n## Rollout');
    assert.equal(textOf(folder, 'rfcs/2.md'), other.replaceAll('\n', '\r\n'));
    assert.equal(textOf(folder, 'rfcs/3.md'), DOC.replace('Draft', 'Accepted').replace('Tea', 'Old'));
    assert.ok(textOf(folder, 'notes.md').includes('rfcs/1.md#proposed-shape) and [jam](rfcs/2.md#problem)'));
    assert.ok(diff.includes('+See [tea](rfcs/1.md#proposed-shape)'), diff);
    const again = run(folder, 'upgrade', '--since=HEAD', '--write');
    assert.deepEqual([again.status, again.stderr], [0, '0 documents brought up to date, 0 left to you.\n']);
    assert.equal(textOf(folder, 'rfcs/1.md'), UPGRADED);
  });

  it('leaves a guess to a person', () => {
    const folder = changed(TEMPLATE.replace('## Rollout', '## Delivery'));
    const { status, stdout } = run(folder, 'upgrade', '--since=HEAD', '--write');
    assert.equal(status, 1);
    assert.match(stdout, /"Rollout" is now "Delivery", to judge by its place\./);
    assert.match(stdout, /rfcs\/1\.md:13 rename "Rollout" to "Delivery", left to you: only its place/);
    assert.equal(textOf(folder, 'rfcs/1.md'), DOC);
    assert.equal(run(folder, 'upgrade', '--since=HEAD', '--write', '--guesses').status, 0);
    assert.equal(textOf(folder, 'rfcs/1.md'), DOC.replace('## Rollout', '## Delivery'));
  });

  it('keeps the words behind a name, and leaves a name of more words to a person', () => {
    const folder = changed();
    const tail = DOC.replace('## Design', '## Design: hot').replace('#design', '#design-hot');
    const more = DOC.replace('## Design', '## Design and Costs').replace('#design', '#design-and-costs');
    fs.writeFileSync(path.join(folder, 'rfcs/1.md'), tail);
    fs.writeFileSync(path.join(folder, 'rfcs/2.md'), more);
    const { status, stdout, stderr } = run(folder, 'upgrade', '--since=HEAD', '--write');
    assert.equal(status, 1);
    assert.match(
      stdout,
      /rfcs\/2\.md:9 rename "Design and Costs" to "Proposed Shape", left to you: its name is not exactly "Design"/,
    );
    assert.match(stderr, /1 document brought up to date, 1 left to you\./);
    assert.match(textOf(folder, 'rfcs/1.md'), /#proposed-shape-hot[\s\S]*## Proposed Shape: hot\n/);
    assert.match(textOf(folder, 'rfcs/2.md'), /## Design and Costs\n/);
  });

  it('says so where no template has changed, and where git knows no such commit', () => {
    const same = run(changed(TEMPLATE), 'upgrade', '--since=HEAD');
    assert.equal(same.status, 0);
    assert.match(same.stderr, /No section of a template has changed\./);
    const unknown = run(changed(), 'upgrade', '--since=nowhere');
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /Git has no commit "nowhere"\..*--since=main/);
    const none = run(folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': DOC }), 'upgrade');
    assert.equal(none.status, 2);
    assert.equal(run(changed(), 'upgrade', '--write', '--dry-run').status, 2);
  });
});
