/** Reviewers' comments are addressed by an agent that has nothing but the tools and the file. */

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, run, textOf } from '../cli/program';
import { agentOn } from './client';

const TEMPLATE = `# Proposal: <Name>

**Status:** Draft

## Problem (Required)

- Say who is hurt.

## Approach (Required)

- Say what is built.

## Steps Ahead (Required)

- [ ] Milestone 1: Build it
`;
const FILE = 'rfcs/1.md';
const DOCUMENT = `# Proposal: Lock gates

**Status:** Draft

## Problem

- The lock keeper waits.

## Approach

A motor opens the gate in a minute.

The keeper has a key.

## Steps Ahead

- [ ] Milestone 1: Build the motor
`;
const AUTHOR = 'model-2026-11';

interface Comment {
  readonly id: string;
  readonly state: string;
  readonly author: string;
  readonly text: string;
  readonly block: string;
  readonly was: string;
  readonly now: string;
  readonly replies: readonly { readonly author: string; readonly text: string }[];
}

interface Listed {
  readonly documents: readonly {
    readonly path: string;
    readonly version: string;
    readonly comments: readonly Comment[];
  }[];
}

interface Ready {
  readonly ready: boolean;
  readonly reasons: readonly { readonly message: string }[];
  readonly boxes: readonly { readonly id: string; readonly title: string; readonly state: string }[];
}

/** A folder with the document and three comments of a reviewer, who uses the command line. */
function reviewedFolder(): string {
  const folder = folderWith({ 'rfcs/proposal-template.md': TEMPLATE, [FILE]: DOCUMENT });
  for (const [words, said] of [
    ['waits', 'Who else waits?'],
    ['minute', 'Is a minute not long?'],
    ['key', 'One key, or one for each keeper?'],
  ] as const) {
    const line =
      textOf(folder, FILE)
        .split('\n')
        .findIndex((one) => one.includes(words)) + 1;
    const { status, stderr } = run(folder, 'comment', FILE, String(line), said, '--author', 'Ada');
    assert.equal(status, 0, stderr);
  }
  return folder;
}

describe('the comments of a reviewer', () => {
  it('are addressed or answered by an agent, and the document is ready when none is open', async () => {
    const folder = reviewedFolder();
    const { call, refused } = await agentOn(folder, '--write');
    const list = async (state?: string) => {
      const { documents } = await call<Listed>('list_comments', { path: FILE, ...(state && { state }) });
      return documents[0] ?? assert.fail('no document');
    };
    const box = async () => {
      const { ready, reasons, boxes } = await call<Ready>('ready_for_review', { path: FILE });
      const found = boxes.find(({ id }) => id === 'comments') ?? assert.fail('no box');
      return { ready, messages: reasons.map(({ message }) => message), box: [found.title, found.state] };
    };
    const [all] = (await call<Listed>('list_comments')).documents;
    assert.deepEqual(
      all?.comments.map(({ author, text, block, was, now }) => [author, text, block, was, now]),
      [
        ['Ada', 'Who else waits?', 'unchanged', 'The lock keeper waits.', 'The lock keeper waits.'],
        [
          'Ada',
          'Is a minute not long?',
          'unchanged',
          'A motor opens the gate in a minute.',
          'A motor opens the gate in a minute.',
        ],
        [
          'Ada',
          'One key, or one for each keeper?',
          'unchanged',
          'The keeper has a key.',
          'The keeper has a key.',
        ],
      ],
    );
    assert.deepEqual(await box(), {
      ready: false,
      messages: [
        'The comment of Ada is open: "Who else waits?".',
        'The comment of Ada is open: "Is a minute not long?".',
        'The comment of Ada is open: "One key, or one for each keeper?".',
      ],
      box: ['No comment is open', 'unmet'],
    });

    const [who, minute, key] = all?.comments.map(({ id }) => id) ?? [];
    const before = { path: FILE, version: all?.version, author: AUTHOR };
    assert.match(
      await refused('resolve_comment', { ...before, id: who }),
      /its block is unchanged, and there is no reply/,
    );
    const edited = textOf(folder, FILE)
      .replace('- The lock keeper waits.', '- The lock keeper and the skippers wait.')
      .replace('A motor opens the gate in a minute.', 'A motor opens the gate in twenty seconds.');
    fs.writeFileSync(path.join(folder, FILE), edited);
    assert.match(
      await refused('resolve_comment', { ...before, id: who, text: 'Named the skippers.' }),
      /is no longer at version .* Call list_comments/,
    );
    let { version, comments } = await list();
    assert.deepEqual(
      comments.map(({ block, now }) => [block, now]),
      [
        ['changed', 'The lock keeper and the skippers wait.'],
        ['changed', 'A motor opens the gate in twenty seconds.'],
        ['unchanged', 'The keeper has a key.'],
      ],
    );
    const answer = async (name: string, id: string | undefined, text?: string) => {
      const given = { path: FILE, version, id, author: AUTHOR, ...(text !== undefined && { text }) };
      const changed = await call<{ version: string; open: number; comment: Comment }>(name, given);
      version = changed.version;
      return [changed.comment.state, changed.open, changed.comment.replies.at(-1)?.text];
    };
    assert.deepEqual(await answer('resolve_comment', who, 'Named the skippers.'), [
      'resolved',
      2,
      'Named the skippers.',
    ]);
    assert.deepEqual(await answer('resolve_comment', minute), ['resolved', 1, undefined]);
    assert.deepEqual(await answer('reply_comment', key, 'That is for you to decide.'), [
      'open',
      1,
      'That is for you to decide.',
    ]);
    assert.deepEqual(await box(), {
      ready: false,
      messages: ['The comment of Ada is open: "One key, or one for each keeper?".'],
      box: ['No comment is open', 'unmet'],
    });
    assert.deepEqual(await answer('resolve_comment', key), ['resolved', 0, 'That is for you to decide.']);
    assert.deepEqual(await box(), { ready: true, messages: [], box: ['No comment is open', 'met'] });

    assert.deepEqual((await list()).comments, []);
    ({ comments } = await list('resolved'));
    assert.deepEqual(
      comments.map(({ replies }) => replies.map(({ author, text }) => [author, text])),
      [[[AUTHOR, 'Named the skippers.']], [], [[AUTHOR, 'That is for you to decide.']]],
    );
    const plain = textOf(folder, FILE).replace(/\n*[ ]*<!-- design-docs: comment[\s\S]*?-->/g, '');
    const expected = DOCUMENT.replace('keeper waits', 'keeper and the skippers wait').replace(
      'a minute',
      'twenty seconds',
    );
    assert.equal(plain, expected);
  });

  it('are only read by an agent that may not write', async () => {
    const folder = reviewedFolder();
    const before = textOf(folder, FILE);
    const { call, refused } = await agentOn(folder);
    const [document] = (await call<Listed>('list_comments')).documents;
    const own = { path: FILE, version: document?.version, id: document?.comments[0]?.id, author: AUTHOR };
    for (const name of ['reply_comment', 'resolve_comment']) {
      assert.match(await refused(name, { ...own, text: 'Done.' }), /this server only reads/);
    }
    assert.equal(textOf(folder, FILE), before);
  });
});
