import assert from 'node:assert/strict';
import type { CommentEdits } from '../../../src/core/comments/change';
import { addComment, reopenComment, replyTo, resolveComment } from '../../../src/core/comments/change';
import type { Comment } from '../../../src/core/comments/comment';
import { readComments } from '../../../src/core/comments/read';
import { parseDocument } from '../../../src/core/document/document';
import type { Refusal } from '../../../src/core/plan/change';
import { isRefused } from '../../../src/core/plan/change';
import { applyEdits } from '../../../src/core/text/text';

const MARIA = { author: 'Maria Lopez', date: '2026-11-29' };
const DOC = `# Gauges

## Transport

Readings are sent every ten seconds over the harbour network.

- [ ] Lay the cable along the pier
- Buy floats
  - Paint them

| a | b |
| - | - |
| 1 | 2 |
`;

const read = (text: string): readonly Comment[] => readComments(parseDocument(text));

function only(text: string): Comment {
  const [comment, ...more] = read(text);
  assert.ok(comment && more.length === 0, text);
  return comment;
}

function apply(text: string, change: CommentEdits | Refusal): string {
  if (isRefused(change)) throw new Error(String(change.refused));
  return applyEdits(text, change.edits);
}

function refusal(change: CommentEdits | Refusal): string {
  assert.ok(isRefused(change));
  return String(change.refused);
}

const lineOf = (text: string, words: string): number =>
  text.split('\n').findIndex((line) => line.includes(words));

const comment = (text: string, words: string, said = 'Why ten seconds?'): string =>
  apply(text, addComment(parseDocument(text), lineOf(text, words), { ...MARIA, text: said }));

describe('comments', () => {
  it('a comment stands below its block, with all that is known of it', () => {
    const text = comment(DOC, 'Readings');
    assert.equal(
      text,
      DOC.replace(
        'network.\n',
        `network.
<!-- design-docs: comment
id: ${only(text).id}
author: Maria Lopez
date: 2026-11-29
state: open
block: ${/block: (\w{8})/.exec(text)?.[1]}
before: ${/before: (\w{8})/.exec(text)?.[1]}
> Readings are sent every ten seconds over the harbour network.

Why ten seconds?
-->
`,
      ),
    );
    const { id, anchor, range, ...rest } = only(text);
    assert.match(id, /^[0-9a-f]{6}$/);
    assert.equal(anchor.state, 'unchanged');
    assert.deepEqual([anchor.range?.start.line, range.start.line, range.end.line], [4, 5, 15]);
    assert.deepEqual(rest, {
      ...MARIA,
      state: 'open',
      text: 'Why ten seconds?',
      replies: [],
      quote: 'Readings are sent every ten seconds over the harbour network.',
    });
  });

  it('in a list, it belongs to the innermost item and has no blank line', () => {
    const text = comment(DOC, 'Paint', 'First.\n\nSecond.');
    assert.match(text, / {2}- Paint them\n {4}<!-- design-docs: comment\n/);
    assert.match(text, /\n {4}First\.\n {4}\\\n {4}Second\.\n {4}-->\n\n\| a/);
    assert.equal(only(text).text, 'First.\n\nSecond.');
    assert.equal(only(comment(DOC, 'Lay')).quote, 'Lay the cable along the pier');
  });

  it('a second comment stands below the first, and a line of a comment is one of its block', () => {
    const one = comment(DOC, 'Readings');
    const two = comment(one, 'Why ten', 'And over which network?');
    assert.deepEqual(
      read(two).map(({ text, anchor }) => [text, anchor.state, anchor.range?.start.line]),
      [
        ['Why ten seconds?', 'unchanged', 4],
        ['And over which network?', 'unchanged', 4],
      ],
    );
  });

  it('headings, tables, front matter, quotes and HTML can be commented', () => {
    for (const [text, words, quote] of [
      [DOC, '## Transport', 'Transport'],
      [DOC, '| 1 |', '| a | b | | 1 | 2 |'],
      ['---\nstatus: draft\n---\n\n# T\n', 'status', '--- status: draft ---'],
      ['# T\n\n> - one\n> - two\n\nText\n', 'two', 'one two'],
      ['# T\n\n<div>\nhtml\n</div>\n\nText\n', 'html', '<div> html </div>'],
    ] as const) {
      const { quote: own, anchor } = only(comment(text, words));
      assert.equal(own, quote);
      assert.equal(anchor.state, 'unchanged');
    }
  });

  it('replies, resolving and opening again keep everything else', () => {
    const text = comment(DOC, 'Lay')
      .replace('state: open', 'state: open\n  ticket: 12')
      .replaceAll('\n', '\r\n');
    const { id } = only(text);
    const replied = apply(
      text,
      replyTo(parseDocument(text), id, { author: 'Lopez, Maria', date: '2026-11-30', text: 'Done.' }),
    );
    const resolved = apply(
      replied,
      resolveComment(parseDocument(replied), id, { author: 'bot', text: 'Thanks.\n\nreply: x' }),
    );
    assert.equal(only(resolved).state, 'resolved');
    assert.deepEqual(only(resolved).replies, [
      { author: 'Lopez, Maria', date: '2026-11-30', text: 'Done.' },
      { author: 'bot', text: 'Thanks.\n\nreply: x' },
    ]);
    assert.match(resolved, /\r\n {2}ticket: 12\r\n/);
    assert.doesNotMatch(resolved, /[^\r]\n/);
    const again = apply(resolved, reopenComment(parseDocument(resolved), id));
    assert.equal(again, resolved.replace('state: resolved', 'state: open'));
  });

  it('what a person writes by hand is read, and can be answered', () => {
    const short = DOC.replace('network.', 'network.\n<!-- Design-Docs : Comment Why ten --&gt; seconds? -->');
    const long = DOC.replace('network.', 'network.\n\n<!--design-docs:comment\nNote: why?\n\nreally\n-->');
    assert.equal(only(short).text, 'Why ten --> seconds?');
    assert.equal(only(long).text, 'Note: why?\n\nreally');
    for (const text of [short, long]) {
      const { id, anchor, state, author } = only(text);
      assert.deepEqual(
        [anchor.state, anchor.range?.start.line, state, author],
        ['unknown', 4, 'open', undefined],
      );
      const after = apply(text, replyTo(parseDocument(text), id, { ...MARIA, text: 'Because.' }));
      assert.deepEqual(
        [only(after).id, only(after).text, only(after).replies[0]?.text],
        [id, only(text).text, 'Because.'],
      );
    }
  });

  it('a comment in a line of text, in other HTML and in instructions is read, and left to a person', () => {
    for (const text of [
      DOC.replace('network.', 'network. <!-- design-docs: comment Why? -->'),
      DOC.replace('| 1 |', '| 1 <!-- design-docs: comment Why? --> |'),
      DOC.replace('network.', 'network.\n\n<div>\n<!-- design-docs: comment Why? -->\n</div>'),
      DOC.replace('- Buy floats', '<instructions>\n<!-- design-docs: comment Why? -->\n</instructions>'),
    ]) {
      assert.equal(only(text).text, 'Why?');
      assert.match(refusal(resolveComment(parseDocument(text), only(text).id)), /stands in other text/);
    }
    assert.deepEqual(
      read('# T\n\n`<!-- design-docs: comment no -->`\n\n```\n<!-- design-docs: comment no -->\n```\n'),
      [],
    );
    assert.deepEqual(read('# T\n\n<!-- a design-docs: comment -->\n\n<!-- design-docs: comments -->\n'), []);
  });

  it('what is malformed is open, shown, and not changed', () => {
    const text = comment(DOC, 'Readings');
    const { id } = only(text);
    const bad = text.replace('state: open', 'state: done');
    assert.match(String(only(bad).fault), /"done"/);
    assert.match(refusal(resolveComment(parseDocument(bad), id)), /Line 6: .*"done".*by hand/);
    const unclosed = text.replace('-->', '--');
    assert.match(String(only(unclosed).fault), /has no "-->"/);
    const twice = text + text;
    assert.match(refusal(resolveComment(parseDocument(twice), id)), /lines 6, 30 have the same id/);
    assert.match(refusal(resolveComment(parseDocument(text), 'nope')), new RegExp(`"nope".*${id}`));
    const resolved = apply(text, resolveComment(parseDocument(text), id));
    assert.match(refusal(resolveComment(parseDocument(resolved), id)), /resolved already/);
    assert.match(refusal(reopenComment(parseDocument(text), id)), /open already/);
    assert.match(refusal(replyTo(parseDocument(text), id, { text: ' \n' })), /no text/);
    assert.match(refusal(addComment(parseDocument('\n\nText'), 0, { text: 'x' })), /no text on line 1/);
    assert.match(refusal(addComment(parseDocument(DOC), 99, { text: 'x' })), /no line 100/);
  });

  it('equal comments on equal blocks have different ids', () => {
    const one = comment(DOC, 'Readings');
    const two = comment(one, 'Readings');
    assert.equal(new Set(read(two).map(({ id }) => id)).size, 2);
  });
});
