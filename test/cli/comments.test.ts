import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { digest } from '../../src/core/text/digest';
import { folderWith, run, runJson, runWith, textOf } from './program';
import { CLEAN, TEMPLATE } from './texts';

const FILE = 'rfcs/0001-lock.md';
const BY = ['--author', 'Maria Lopez', '--date', '2026-11-29'];
/** The first line of text under a heading. */
const LINE = CLEAN.split('\n').findIndex((line) => line.startsWith('## ')) + 3;

interface Listed {
  readonly version: number;
  readonly documents: readonly {
    readonly path: string;
    readonly comments: readonly Record<string, unknown>[];
  }[];
}

const folder = (text = CLEAN): string =>
  folderWith({ '.git/HEAD': '', 'rfcs/template.md': TEMPLATE, [FILE]: text });

/** Adds a comment and returns its id. */
function comment(place: string, said = 'Why ten seconds?', line = LINE): string {
  const { status, stdout, stderr } = run(place, 'comment', FILE, String(line), said, ...BY);
  assert.equal(status, 0, stderr);
  const id = /^rfcs\/0001-lock\.md:\d+: commented ([0-9a-f]{6})\n$/.exec(stdout)?.[1];
  assert.ok(id !== undefined, stdout);
  return id;
}

describe('comments, comment, reply and resolve', () => {
  it('write, answer, list and resolve a comment', () => {
    const place = folder();
    const id = comment(place);
    assert.equal(
      run(place, 'comments').stdout,
      `${FILE}:${LINE + 1}: ${id} open Maria Lopez, 2026-11-29: Why ten seconds?\n`,
    );
    assert.match(
      run(place, 'reply', FILE, id, 'The link.', ...BY).stdout,
      new RegExp(`: replied to ${id}\n`),
    );
    assert.match(run(place, 'resolve', FILE, id, 'Done.', ...BY).stdout, new RegExp(`: resolved ${id}\n`));
    assert.equal(run(place, 'comments').stdout, '');
    assert.match(run(place, 'comments', '--state', 'all').stdout, /resolved Maria Lopez.*\(2 replies\)/);
    assert.equal(run(place, 'resolve', FILE, id, '--reopen').status, 0);
    assert.match(run(place, 'comments', FILE).stdout, / open Maria/);
    const text = textOf(place, FILE);
    assert.equal(text.replace(/ *<!-- design-docs: comment[\s\S]*?-->\n/, ''), CLEAN);
  });

  it('say what became of the block', () => {
    const place = folder();
    const id = comment(place);
    const file = path.join(place, FILE);
    const words = (CLEAN.split('\n')[LINE - 1] ?? '').slice('- '.length);
    const refused = run(place, 'resolve', FILE, id);
    for (const silent of ['', ' \n', '\u200b'])
      assert.equal(run(place, 'resolve', FILE, id, silent).status, 2, silent);
    assert.match(refused.stderr, /its block is unchanged, and there is no reply\..* Nothing was written\./);
    assert.deepEqual([refused.status, run(place, 'comments', '--state', 'resolved').stdout], [2, '']);
    fs.writeFileSync(file, textOf(place, FILE).replace('state: open', 'state: resolved'));
    assert.match(run(place, 'comments', '--state', 'resolved').stdout, /\(resolved, the block unchanged\)/);
    run(place, 'resolve', FILE, id, '--reopen');
    fs.writeFileSync(file, textOf(place, FILE).replace(`${words}\n  <!--`, `${words} But later.\n  <!--`));
    const { documents, version } = runJson<Listed>(place, 'comments');
    assert.equal(version, 1);
    assert.deepEqual(documents, [
      {
        path: FILE,
        comments: [
          {
            id,
            state: 'open',
            line: LINE + 1,
            endLine: documents[0]?.comments[0]?.endLine,
            author: 'Maria Lopez',
            date: '2026-11-29',
            text: 'Why ten seconds?',
            replies: [],
            block: 'changed',
            blockLine: LINE,
            blockEndLine: LINE,
            was: words,
            now: `${words} But later.`,
            fault: null,
          },
        ],
      },
    ]);
    assert.match(run(place, 'comments').stdout, /\(block changed since\)/);
    fs.writeFileSync(file, textOf(place, FILE).replace(`- ${words} But later.\n  <!--`, '<!--'));
    assert.match(run(place, 'comments').stdout, /\(block deleted or wholly rewritten\)/);
  });

  it('read the text from standard input, and refuse what they cannot do', () => {
    const place = folder();
    assert.equal(runWith(place, 'One.\n\n-->\n', 'comment', FILE, String(LINE), '-', ...BY).status, 0);
    assert.match(textOf(place, FILE), /\n {2}One\.\n {2}\\\n {2}--&gt;\n {2}-->\n/);
    const before = textOf(place, FILE);
    for (const [words, expected] of [
      [['resolve', FILE, 'nope'], /no comment "nope"\. The comments are: [0-9a-f]{6}\./],
      [['comment', FILE, '9999', 'x'], /no line 9999/],
      [['comment', FILE, '1', ' '], /no text/],
      [['comment', FILE, '1', 'x', '--version', 'old'], /no longer at version old/],
    ] as const) {
      const { status, stderr } = run(place, ...words);
      assert.equal(status, 2);
      assert.match(stderr, expected);
    }
    assert.equal(textOf(place, FILE), before);
    assert.equal(run(place, 'comment', FILE, '1', 'x', '--version', digest(before)).status, 0);
  });

  it('survive what other commands write', () => {
    const place = folder(CLEAN.replace('## Problem', '## Problem (Required)'));
    const ids = ['# Proposal', '**Status', '## Problem', 'Step 2: Wire', 'None:'].map((words, at) => {
      const line = textOf(place, FILE)
        .split('\n')
        .findIndex((own) => own.includes(words));
      return comment(place, `Comment ${at}: depends on Milestone 9, <Name>, [x](gone.md)?`, line + 1);
    });
    const line = (): string =>
      String(
        textOf(place, FILE)
          .split('\n')
          .findIndex((own) => own.includes('Step 2.1')) + 1,
      );
    assert.equal(run(place, 'tick', FILE, line()).status, 0);
    assert.equal(run(place, 'fix').status, 0);
    assert.doesNotMatch(textOf(place, FILE), /^## .*\(Required\)/m);
    assert.equal(run(place, 'renumber', FILE, '9').status, 0);
    const listed = run(place, 'comments')
      .stdout.split('\n')
      .filter((own) => own !== '');
    assert.deepEqual(
      listed.map((own) => / ([0-9a-f]{6}) open /.exec(own)?.[1]),
      ids,
    );
    assert.ok(
      listed.every((own) => own.startsWith('rfcs/0009-lock.md:') && own.includes(')?')),
      listed.join('\n'),
    );
  });

  it('keep a document from being ready or finalized as long as one is open', () => {
    const place = folder(CLEAN.replace('In Progress', 'Draft'));
    const id = comment(place);
    assert.match(
      run(place, 'ready', FILE).stdout + run(place, 'ready', FILE).stderr,
      /Maria Lopez is open: "Why ten/,
    );
    assert.match(
      run(place, 'finalize', FILE).stdout + run(place, 'finalize', FILE).stderr,
      /Maria Lopez is open/,
    );
    run(place, 'resolve', FILE, id, 'It is the budget of the link.', ...BY);
    assert.doesNotMatch(run(place, 'ready', FILE).stderr, /Maria Lopez/);
  });
});
