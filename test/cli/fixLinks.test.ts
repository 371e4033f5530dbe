/** Fixes that rename headings keep the links of other files to them. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const MARKED = CLEAN.replace('## Problem', '## Problem (Required)');
/** A document that is fixed itself, and links to itself and to another by path. */
const LINKING = MARKED.replace(
  'None:',
  'See [this](2.md#problem-required), [that](1.md#problem-required) and [it](#problem-required). None:',
);
const NOTES =
  '\uFEFF# Notes\r\n\r\nSee [one](rfcs/1.md#Problem-Required), [risks](rfcs/1.md#risks) and `[x](rfcs/1.md#problem-required)`.\r\n';
const [NOTES_AFTER, LINKING_AFTER] = [
  NOTES.replace('#Problem-Required', '#problem'),
  LINKING.replaceAll('#problem-required', '#problem').replace(' (Required)', ''),
];
const FILES = {
  'rfcs/template.md': TEMPLATE,
  'rfcs/1.md': MARKED,
  'rfcs/2.md': LINKING,
  'NOTES.md': NOTES,
  'a/b/c.md': '[one](../../rfcs/1.md#problem-required)\n',
};

describe('fix, with links to headings that it renames', () => {
  it('updates them in all files, also in those that it fixes, and then finds nothing to do', () => {
    const folder = folderWith(FILES);
    const { status, stdout, stderr } = run(folder, 'fix');
    assert.deepEqual(stdout.split('\n'), [
      'rfcs/1.md: 1 fixed, 0 left',
      'rfcs/2.md: 1 fixed, 0 left',
      'NOTES.md: links to renamed headings updated',
      'a/b/c.md: links to renamed headings updated',
      'rfcs/2.md: links to renamed headings updated',
      '',
    ]);
    assert.equal(
      stderr,
      '2 fixes applied in 2 documents, 0 findings left.\nLinks to renamed headings updated in 3 files.\n',
    );
    assert.equal(status, 0);
    assert.equal(textOf(folder, 'NOTES.md'), NOTES_AFTER);
    assert.equal(textOf(folder, 'a/b/c.md'), '[one](../../rfcs/1.md#problem)\n');
    assert.equal(textOf(folder, 'rfcs/2.md'), LINKING_AFTER);
    const again = run(folder, 'fix');
    assert.deepEqual([again.status, again.stdout], [0, '']);
  });

  it('updates them outside of the folder that it is given', () => {
    const folder = folderWith(FILES);
    fs.mkdirSync(path.join(folder, '.git'));
    const { status, stdout } = run(path.join(folder, 'rfcs'), 'fix', '1.md');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^\.\.\/NOTES\.md: links/m);
    assert.equal(textOf(folder, 'NOTES.md'), NOTES_AFTER);
    assert.equal(textOf(folder, 'rfcs/2.md'), LINKING.replace('1.md#problem-required', '1.md#problem'));
  });

  it('shows them in the diff of a dry run, each file once, and writes nothing', () => {
    const folder = folderWith(FILES);
    const { status, stdout, stderr } = run(folder, 'fix', '--dry-run');
    assert.equal(status, 1);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.startsWith('+++')),
      ['+++ b/rfcs/1.md', '+++ b/rfcs/2.md', '+++ b/NOTES.md', '+++ b/a/b/c.md'],
    );
    assert.ok(stdout.includes('+See [this](2.md#problem), [that](1.md#problem) and [it](#problem).'), stdout);
    assert.match(stderr, /^Links to renamed headings to update in 3 files\.$/m);
    for (const [name, text] of Object.entries(FILES)) assert.equal(textOf(folder, name), text);
  });

  it('changes no other file if no heading gets another anchor', () => {
    const text = CLEAN.replace('## Steps Ahead', 'See [it](#Stepsahead).\n\n## Steps Ahead');
    const folder = folderWith({ ...FILES, 'rfcs/1.md': text, 'rfcs/2.md': CLEAN });
    assert.equal(run(folder, 'fix').stdout, 'rfcs/1.md: 1 fixed, 0 left\n');
    assert.equal(textOf(folder, 'NOTES.md'), NOTES);
  });

  it('reports a file that cannot be written, and updates the others', () => {
    const folder = folderWith(FILES);
    fs.linkSync(path.join(folder, 'NOTES.md'), path.join(folder, 'NOTES.txt'));
    const { status, stderr } = run(folder, 'fix');
    assert.equal(status, 2);
    assert.match(stderr, /^not written: NOTES\.md has another name on the disk/m);
    assert.match(stderr, /^Links to renamed headings updated in 2 files\.$/m);
    assert.equal(textOf(folder, 'a/b/c.md'), '[one](../../rfcs/1.md#problem)\n');
  });

  it('keeps the links to a document that cannot be written', () => {
    const folder = folderWith(FILES);
    fs.linkSync(path.join(folder, 'rfcs/1.md'), path.join(folder, 'rfcs/1.txt'));
    const { status, stdout, stderr } = run(folder, 'fix');
    assert.equal(status, 2);
    assert.match(stderr, /^not written: rfcs\/1\.md has another name on the disk/m);
    assert.match(stderr, /^1 fix applied in 2 documents, 1 finding left\.$/m);
    assert.doesNotMatch(stdout, /links/);
    assert.equal(textOf(folder, 'NOTES.md'), NOTES);
    assert.equal(textOf(folder, 'rfcs/2.md'), LINKING_AFTER.replace('1.md#problem', '1.md#problem-required'));
  });
});

describe('ready --mark, with links to headings that lose a mark', () => {
  const draft = MARKED.replace('In Progress', 'Draft').replaceAll('[x]', '[ ]');
  const files = {
    'rfcs/template.md': TEMPLATE.replace('**Status:** Draft', '**Status:** Draft | In Review'),
    'rfcs/1.md': draft,
    'NOTES.md': NOTES,
  };

  it('updates them', () => {
    const folder = folderWith(files);
    const { status, stdout } = run(folder, 'ready', 'rfcs/1.md', '--mark');
    assert.equal(status, 0);
    assert.equal(
      stdout,
      'rfcs/1.md: 1 leftover removed, status set to "In Review".\nNOTES.md: links to renamed headings updated\n',
    );
    assert.equal(textOf(folder, 'NOTES.md'), NOTES_AFTER);
  });

  it('shows them in a dry run, and writes nothing', () => {
    const folder = folderWith(files);
    const { status, stdout } = run(folder, 'ready', 'rfcs/1.md', '--mark', '--dry-run');
    assert.equal(status, 0);
    assert.ok(stdout.includes('+See [one](rfcs/1.md#problem)'), stdout);
    assert.equal(textOf(folder, 'NOTES.md'), NOTES);
    assert.equal(textOf(folder, 'rfcs/1.md'), draft);
  });

  it('changes nothing if one of the files cannot be written', () => {
    const folder = folderWith(files);
    fs.linkSync(path.join(folder, 'NOTES.md'), path.join(folder, 'NOTES.txt'));
    assert.equal(run(folder, 'ready', 'rfcs/1.md', '--mark').status, 2);
    assert.equal(textOf(folder, 'rfcs/1.md'), draft);
  });
});
