import assert from 'node:assert/strict';
import { folderWith, run, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const LISTED = TEMPLATE.replace('**Status:** Draft', '**Status:** Draft | In Review | Done');
const DRAFT = CLEAN.replace('In Progress', 'Draft').replaceAll('[x]', '[ ]');
const [, INSTRUCTIONS = ''] = /(<instructions>[\s\S]*<\/instructions>\n\n)/.exec(TEMPLATE) ?? [];
const LEFTOVERS = DRAFT.replace('**Status', `${INSTRUCTIONS}**Status`).replace(
  '## Problem',
  '## Problem (Required)',
);
const MARKED = DRAFT.replace('Draft', 'In Review');

describe('ready --mark', () => {
  const folder = (text: string, template = LISTED): string =>
    folderWith({ 'rfcs/template.md': template, 'rfcs/1.md': text });

  it('strips what is for the author alone, and sets the status; once more, it changes nothing', () => {
    const place = folder(LEFTOVERS);
    const { status, stdout } = run(place, 'ready', 'rfcs/1.md', '--mark');
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md: 2 leftovers removed, status set to "In Review".\n']);
    assert.equal(textOf(place, 'rfcs/1.md'), MARKED);
    const again = run(place, 'ready', 'rfcs/1.md', '--mark');
    assert.deepEqual([again.status, again.stdout], [0, '']);
    assert.equal(textOf(place, 'rfcs/1.md'), MARKED);
  });

  it('prints the change as a diff with --dry-run, and writes nothing', () => {
    const place = folder(LEFTOVERS);
    const { status, stdout } = run(place, 'ready', 'rfcs/1.md', '--mark', '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /^--- a\/rfcs\/1\.md\n\+\+\+ b\/rfcs\/1\.md\n/);
    assert.match(stdout, /^-\*\*Status:\*\* Draft\n\+\*\*Status:\*\* In Review$/m);
    assert.equal(textOf(place, 'rfcs/1.md'), LEFTOVERS);
    assert.equal(run(place, 'ready', 'rfcs/1.md', '--dry-run').status, 2, 'without --mark');
    assert.equal(run(place, 'ready', 'rfcs/1.md', '--mark', '--format', 'json').status, 2, 'with --format');
  });

  it('is refused with what is left, on the lines of the file as it is', () => {
    const text = LEFTOVERS.replace('Ada', '<Your Name>');
    const place = folder(text);
    const { status, stdout, stderr } = run(place, 'ready', 'rfcs/1.md', '--mark');
    assert.equal(status, 1);
    assert.match(stdout, /^ {4}rfcs\/1\.md:8 header-field /m);
    assert.doesNotMatch(stdout, /leftover-suffix/);
    assert.equal(stderr, 'rfcs/1.md is not ready for review.\n');
    assert.equal(textOf(place, 'rfcs/1.md'), text);
  });

  it('invents no status', () => {
    const place = folder(LEFTOVERS, TEMPLATE);
    const { status, stdout, stderr } = run(place, 'ready', 'rfcs/1.md', '--mark');
    assert.deepEqual([status, stdout], [0, 'rfcs/1.md: 2 leftovers removed.\n']);
    assert.match(stderr, /lists no status for a document in review, so the status stays "Draft"\.\n$/);
    assert.equal(textOf(place, 'rfcs/1.md'), DRAFT);
  });

  it('is for drafts alone', () => {
    const place = folder(CLEAN);
    const { status, stderr } = run(place, 'ready', 'rfcs/1.md', '--mark');
    assert.equal(status, 2);
    assert.match(stderr, /Only a draft can be marked as ready for review/);
    assert.equal(textOf(place, 'rfcs/1.md'), CLEAN);
  });
});
