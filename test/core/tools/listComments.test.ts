import assert from 'node:assert/strict';
import { idOf, withComment, withReply } from './commentDoc';
import type { MemoryStore } from './memoryStore';
import { aboutNow, call, DOCUMENT, storeOf } from './memoryStore';

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly replies: readonly { readonly text: string }[];
  readonly block: string;
  readonly was: string | null;
  readonly now: string | null;
}

interface Listed {
  readonly documents: readonly {
    readonly path: string;
    readonly version: string;
    readonly comments: readonly Comment[];
  }[];
  readonly leftOut: number;
  readonly nextCursor: string | null;
}

const ASKED = withComment(withComment(DOCUMENT, 'It boils.', 'How fast?'), 'Clean it', 'With vinegar?');

async function pagesOf(store: MemoryStore, input: object): Promise<Listed[]> {
  const pages = [await call<Listed>(store, 'list_comments', input)];
  for (let cursor = pages[0]?.nextCursor; cursor && pages.length < 100; cursor = pages.at(-1)?.nextCursor) {
    pages.push(await call<Listed>(store, 'list_comments', { ...input, cursor }));
  }
  return pages;
}

const commentsIn = ({ documents }: Listed): Comment[] => documents.flatMap(({ comments }) => comments);

describe('list_comments', () => {
  it('gives each open comment with what its block said then and says now', async () => {
    const store = storeOf({ 'a.md': ASKED.replace('It boils.', 'It boils two litres.') });
    const answer = await call<Listed>(store, 'list_comments', { path: 'a.md' });
    const [document = assert.fail()] = answer.documents;
    const { comments, ...own } = document;
    assert.deepEqual(own, await aboutNow(store, 'a.md'));
    assert.deepEqual([answer.documents.length, answer.leftOut, answer.nextCursor], [1, 0, null]);
    assert.deepEqual(comments[0], {
      id: idOf(ASKED, 'How fast?'),
      state: 'open',
      line: 8,
      endLine: 19,
      author: 'Ada',
      date: '2026-11-20',
      text: 'How fast?',
      replies: [],
      block: 'changed',
      blockLine: 7,
      blockEndLine: 7,
      was: 'It boils.',
      now: 'It boils two litres.',
      fault: null,
    });
    assert.deepEqual(
      comments.slice(1).map(({ text, block, was, now }) => [text, block, was, now]),
      [['With vinegar?', 'unchanged', 'Clean it', 'Clean it']],
    );
  });

  it('keeps to the state that is wanted, and knows no other', async () => {
    const text = ASKED.replace('state: open', 'state: resolved');
    const store = storeOf({ 'a.md': text });
    for (const [state, texts] of [
      [undefined, ['With vinegar?']],
      ['open', ['With vinegar?']],
      ['resolved', ['How fast?']],
      ['all', ['How fast?', 'With vinegar?']],
    ] as const) {
      const answer = await call<Listed>(store, 'list_comments', { path: 'a.md', state });
      assert.deepEqual(
        commentsIn(answer).map((comment) => comment.text),
        texts,
      );
    }
    await assert.rejects(
      call(store, 'list_comments', { path: 'a.md', state: 'done' }),
      /"state" must be one of open, resolved, all, found "done"\. Call list_comments again with/,
    );
  });

  it('without a path gives the documents that have comments, with one their version in any case', async () => {
    const store = storeOf({ 'a.md': ASKED, 'b.md': DOCUMENT, 'c.md': ASKED });
    const { documents } = await call<Listed>(store, 'list_comments');
    assert.deepEqual(
      documents.map(({ path, comments }) => [path, comments.length]),
      [
        ['a.md', 2],
        ['c.md', 2],
      ],
    );
    const none = await call<Listed>(store, 'list_comments', { path: 'b.md' });
    assert.deepEqual(none.documents, [{ ...(await aboutNow(store, 'b.md')), comments: [] }]);
    await assert.rejects(call(store, 'list_comments', { path: 'x.md' }), /There is no document "x\.md"/);
  });

  it('comes in pages with every comment and every reply once', async () => {
    let text = DOCUMENT;
    const said = Array.from({ length: 20 }, (_, at) => `Question ${at}`);
    for (const words of [...said].reverse()) text = withComment(text, 'It boils.', words);
    const replies = Array.from({ length: 17 }, (_, at) => `Reply ${at}`);
    for (const words of replies) text = withReply(text, idOf(text, 'Question 3'), words);
    const store = storeOf({ 'a.md': text, 'b.md': ASKED });
    const pages = await pagesOf(store, {});
    assert.deepEqual(
      pages.map(({ leftOut }) => leftOut),
      [23, 8, 0],
    );
    const all = pages.flatMap(commentsIn);
    const seen = new Set(all.map((comment) => comment.text));
    assert.deepEqual(seen, new Set([...said, 'How fast?', 'With vinegar?']));
    const answers = all.flatMap((comment) => comment.replies.map((reply) => [comment.text, reply.text]));
    assert.deepEqual(
      answers,
      replies.map((reply) => ['Question 3', reply]),
    );
    const cursor = pages[0]?.nextCursor;
    await assert.rejects(call(store, 'list_comments', { cursor, state: 'all' }), /is no longer valid/);
    store.files.set('a.md', text.replace('It boils.', 'It boils fast.'));
    await assert.rejects(call(store, 'list_comments', { cursor }), /is no longer valid/);
  });

  it('answers in few words, without invisible characters', async () => {
    let text = DOCUMENT;
    const long = `${'very '.repeat(400)}\u{e0041}\u202e`;
    for (let at = 0; at < 20; at++) text = withComment(text, 'It boils.', `${at} ${long}`);
    text = withReply(text, idOf(text, `3 ${long}`), long);
    const store = storeOf({ 'a.md': text });
    for (const page of await pagesOf(store, { path: 'a.md' })) {
      const size = JSON.stringify(page).length;
      assert.ok(size < 30_000, String(size));
      assert.doesNotMatch(JSON.stringify(page), /[\u202e\u{e0041}]/u);
      for (const comment of commentsIn(page)) {
        assert.ok(comment.text.length <= 1000 && comment.text.endsWith('…'));
      }
    }
  });
});
