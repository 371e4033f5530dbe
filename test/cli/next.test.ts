import assert from 'node:assert/strict';
import { digest } from '../../src/core/text/digest';
import { folderWith, run } from './program';
import { CLEAN, TEMPLATE } from './texts';

const DRAFT = CLEAN.replace('In Progress', 'Draft');
const HUMAN = CLEAN.replace('[ ] Step 2.1', '[ ] Step 2.1 `verify: make test` (human)');
const DONE = CLEAN.replaceAll('[ ]', '[x]');

describe('next', () => {
  const folder = folderWith({
    'rfcs/template.md': TEMPLATE,
    'rfcs/1.md': DRAFT,
    'rfcs/2.md': DONE,
    'rfcs/3.md': HUMAN,
  });

  it('shows what is next in a document, or in the first one in progress', () => {
    const named = run(folder, 'next', 'rfcs/1.md');
    const command = `design-docs tick rfcs/1.md 18 --version ${digest(DRAFT)}`;
    assert.deepEqual(
      [named.status, named.stdout],
      [0, `rfcs/1.md:18 do Step 2.1: Draw the cable\n  ${command}\n`],
    );
    assert.match(run(folder, 'next').stdout, /^rfcs\/3\.md:18 do Step 2\.1/);
  });

  it('writes JSON in the documented shape and order of keys', () => {
    const expected = {
      version: 1,
      path: 'rfcs/3.md',
      documentVersion: digest(HUMAN),
      next: {
        action: 'do',
        line: 18,
        milestone: { title: 'Milestone 2: Screen', line: 15 },
        step: { title: 'Step 2.1 `verify: make test` (human): Draw the cable', line: 18 },
        verify: 'make test',
        human: true,
        placeholder: false,
      },
      command: `design-docs tick rfcs/3.md 18 --version ${digest(HUMAN)} --by-hand`,
    };
    const { stdout } = run(folder, 'next', '--format', 'json');
    assert.equal(stdout, `${JSON.stringify(expected, null, 2)}\n`);
  });

  it('hands the step over as a prompt of a length that may be given', () => {
    const whole = run(folder, 'next', '--format', 'prompt');
    assert.equal(whole.status, 0);
    assert.match(
      whole.stdout,
      /^# One step of a plan\n(?:.*\n)*- Document: `rfcs\/3\.md`, version `[0-9a-f]{14}`\n/,
    );
    const limit = whole.stdout.length - 20;
    const short = run(folder, 'next', '--format', 'prompt', '--limit', String(limit));
    assert.ok(short.stdout.length <= limit);
    assert.match(short.stdout, /Cut for length/);
    const none = run(folder, 'next', '--format', 'prompt', '--limit', '10');
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(none.stderr, /raise the limit to that/);
    assert.match(run(folder, 'next', '--limit', 'x').stderr, /--limit must be a whole number from 1/);
  });

  it('says so where nothing is left', () => {
    const named = run(folder, 'next', 'rfcs/2.md');
    assert.deepEqual([named.status, named.stdout], [0, '']);
    assert.match(named.stderr, /^rfcs\/2\.md: Every task of the plan is done\./);
    const json = JSON.parse(run(folder, 'next', 'rfcs/2.md', '--format', 'json').stdout);
    assert.deepEqual(json, {
      version: 1,
      path: 'rfcs/2.md',
      documentVersion: digest(DONE),
      next: null,
      reason: 'done',
      lines: [],
      note: 'Every task of the plan is done. Set the status to "Implemented" once that is true.',
      command: null,
    });
    const none = folderWith({ 'rfcs/template.md': TEMPLATE, 'rfcs/1.md': DRAFT });
    assert.match(run(none, 'next').stderr, /^No design doc is in progress\./);
    assert.deepEqual(JSON.parse(run(none, 'next', '--format', 'json').stdout), {
      version: 1,
      path: null,
      documentVersion: null,
      next: null,
      reason: 'no-plan',
      lines: [],
      note: 'No design doc is in progress.',
      command: null,
    });
  });
});
