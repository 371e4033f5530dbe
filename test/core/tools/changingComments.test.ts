import assert from 'node:assert/strict';
import { idOf, withComment, withReply } from './commentDoc';
import type { MemoryStore } from './memoryStore';
import { aboutNow, call, DOCUMENT, now, storeOf } from './memoryStore';

interface Changed {
  readonly version: string;
  readonly comment: {
    readonly id: string;
    readonly state: string;
    readonly block: string;
    readonly replies: readonly { readonly author: string; readonly date: string; readonly text: string }[];
  };
  readonly earlierReplies: number;
  readonly open: number;
}

const AUTHOR = 'model-1';
const ASKED = withComment(withComment(DOCUMENT, 'It boils.', 'How fast?'), 'Clean it', 'With vinegar?');
const ID = idOf(ASKED, 'How fast?');
const TOOLS = ['reply_comment', 'resolve_comment'] as const;

async function change(store: MemoryStore, name: string, more: object): Promise<Changed> {
  return call(store, name, { ...(await now(store, 'a.md')), id: ID, author: AUTHOR, ...more });
}

/** The message of a refusal. Asserts that nothing was written. */
async function refusalOf(store: MemoryStore, name: string, more: object): Promise<string> {
  const before = new Map(store.files);
  const error: unknown = await change(store, name, more).then(
    () => undefined,
    (reason) => reason,
  );
  assert.deepEqual(store.files, before);
  assert.ok(error instanceof Error, 'it was not refused');
  return error.message;
}

describe('reply_comment', () => {
  it('adds a reply of the agent with the date, and leaves the comment open', async () => {
    const store = storeOf({ 'a.md': ASKED });
    const answer = await change(store, 'reply_comment', { text: 'In a minute.\n\nMaybe two.' });
    const { comment, open, earlierReplies, ...own } = answer;
    assert.deepEqual(own, await aboutNow(store, 'a.md'));
    assert.deepEqual(
      [comment.id, comment.state, comment.block, open, earlierReplies],
      [ID, 'open', 'unchanged', 2, 0],
    );
    const reply = { author: AUTHOR, date: '2026-11-22', text: 'In a minute.\n\nMaybe two.' };
    assert.deepEqual(comment.replies, [reply]);
    const text = store.files.get('a.md') ?? '';
    assert.equal(text.replace(/\nreply: model-1, 2026-11-22\nIn a minute\.\n\nMaybe two\.\n/, ''), ASKED);
  });

  it('returns the last replies, and counts the others', async () => {
    let text = ASKED;
    for (let at = 0; at < 12; at++) text = withReply(text, ID, `Reply ${at}`);
    const { comment, earlierReplies } = await change(storeOf({ 'a.md': text }), 'reply_comment', {
      text: 'The last.',
    });
    assert.deepEqual(
      [comment.replies.length, comment.replies[0]?.text, comment.replies.at(-1)?.text, earlierReplies],
      [10, 'Reply 3', 'The last.', 3],
    );
  });
});

describe('resolve_comment', () => {
  it('resolves a comment with what was done', async () => {
    const store = storeOf({ 'a.md': ASKED });
    const { comment, open } = await change(store, 'resolve_comment', {
      text: 'It is not a matter of speed.',
    });
    assert.deepEqual([comment.state, open], ['resolved', 1]);
    assert.deepEqual(comment.replies, [
      { author: AUTHOR, date: '2026-11-22', text: 'It is not a matter of speed.' },
    ]);
    assert.match(
      await refusalOf(store, 'resolve_comment', {}),
      new RegExp(`comment ${ID} is resolved already`),
    );
  });

  it('needs a text if the block is unchanged and there is no reply', async () => {
    const message = await refusalOf(storeOf({ 'a.md': ASKED }), 'resolve_comment', {});
    assert.match(
      message,
      /its block is unchanged, and there is no reply\. Change the block, or add a text that says why/,
    );
    for (const text of [
      ASKED.replace('It boils.', 'It boils in a minute.'),
      withReply(ASKED, ID, 'In a minute.'),
    ]) {
      const store = storeOf({ 'a.md': text });
      const { comment } = await change(store, 'resolve_comment', {});
      assert.equal(comment.state, 'resolved');
      assert.equal(store.files.get('a.md'), text.replace('state: open', 'state: resolved'));
    }
  });
});

describe('the tools that change a comment', () => {
  for (const name of TOOLS) {
    it(`${name} refuses a version that has passed`, async () => {
      const store = storeOf({ 'a.md': ASKED });
      const { version } = await now(store, 'a.md');
      store.files.set('a.md', ASKED.replace('It boils.', 'It boils in a minute.'));
      assert.match(
        await refusalOf(store, name, { version, text: 'Done.' }),
        /is no longer at version .* Nothing was written\. Call list_comments for/,
      );
    });

    it(`${name} names the ids that there are`, async () => {
      const message = await refusalOf(storeOf({ 'a.md': ASKED }), name, { id: 'zzz', text: 'Done.' });
      const ids = `${ID}, ${idOf(ASKED, 'With vinegar?')}`;
      assert.ok(message.includes(`There is no comment "zzz" in a.md. "id" must be one of: ${ids}.`), message);
      const none = await refusalOf(storeOf({ 'a.md': DOCUMENT }), name, { text: 'Done.' });
      assert.match(none, /in a\.md\. It has no comments\. Nothing was written\. Call list_comments/);
    });

    it(`${name} names what is missing, and refuses a comment with a fault`, async () => {
      const store = storeOf({ 'a.md': ASKED });
      assert.match(await refusalOf(store, name, { author: null, text: 'x' }), /^"author" is missing\. Call/);
      const odd = storeOf({ 'a.md': ASKED.replace('state: open', 'state: settled') });
      assert.match(
        await refusalOf(odd, name, { text: 'Done.' }),
        /The state must be open or resolved.* Nothing was written\. Call list_comments/,
      );
    });
  }
});
