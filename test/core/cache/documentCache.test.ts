import assert from 'node:assert/strict';
import type { CacheStorage } from '../../../src/core/cache/documentCache';
import { openCache } from '../../../src/core/cache/documentCache';
import type { Summary } from '../../../src/core/json/documents';
import { ENTRY } from './entries';

/** A storage in memory that counts writes. */
class MemoryStorage implements CacheStorage {
  readonly texts = new Map<string, string>();
  writes = 0;

  async read(key: string): Promise<string | undefined> {
    return this.texts.get(key);
  }

  async write(key: string, text: string): Promise<void> {
    this.writes++;
    this.texts.set(key, text);
  }
}

/** A document whose title is its text, and whose summary depends on one answer. */
interface State {
  readonly text: string;
  readonly fingerprint?: string | undefined;
  readonly context?: string;
  readonly answer?: string;
}

const QUESTION = 'exists ../tea.md';
const PATH = 'docs/1.md';
const CLEAN: State = { text: 'Kettle', fingerprint: 'f1' };

describe('the cache of documents', () => {
  let storage = new MemoryStorage();
  beforeEach(() => {
    storage = new MemoryStorage();
  });

  /** Opens a cache, gets the summary of one document, and returns the work that this took and the title. */
  async function run(state: State, build: string | undefined = 'b1', path = PATH): Promise<string> {
    const { text, fingerprint, context = 'c1', answer = 'yes' } = state;
    const actions: string[] = [];
    const answers = { [QUESTION]: answer };
    const cache = await openCache(storage, 'key', build);
    const { title } = await cache.summaryOf({
      path,
      fingerprint,
      context,
      answers: (questions) => (questions.includes(QUESTION) ? answers : {}),
      read: () => {
        actions.push('read');
        return { text, digest: `digest of ${text}` };
      },
      analyze: (read): { summary: Summary; answers: typeof answers } => {
        actions.push('analyzed');
        return { summary: { ...ENTRY.summary, title: `${read} ${answer} ${context}` }, answers };
      },
    });
    assert.equal(title, `${text} ${answer} ${context}`, 'the result of a new analysis');
    await cache.save(() => true);
    return actions.join(', ');
  }

  it('does not read an unchanged document', async () => {
    assert.equal(await run(CLEAN), 'read, analyzed');
    assert.equal(await run(CLEAN), '');
    assert.equal(storage.writes, 1, 'the second run writes nothing');
  });

  it('reads a document with another fingerprint, and analyzes it only if its content changed', async () => {
    await run(CLEAN);
    assert.equal(await run({ ...CLEAN, fingerprint: 'f2' }), 'read');
    assert.equal(await run({ ...CLEAN, fingerprint: 'f2' }), '', 'its fingerprint was updated');
    assert.equal(await run({ text: 'Teapot', fingerprint: 'f3' }), 'read, analyzed');
  });

  it('reads a racily clean document until it has a fingerprint', async () => {
    const racy = { text: 'Kettle' };
    assert.equal(await run(racy), 'read, analyzed');
    assert.equal(await run(racy), 'read');
    assert.equal(storage.writes, 1);
    assert.equal(await run({ text: 'Teapot' }), 'read, analyzed');
    assert.equal(await run({ text: 'Teapot', fingerprint: 'f1' }), 'read');
    assert.equal(await run({ text: 'Teapot', fingerprint: 'f1' }), '');
  });

  it('analyzes a document again when the templates or an answer changed', async () => {
    await run(CLEAN);
    assert.equal(await run({ ...CLEAN, context: 'c2' }), 'read, analyzed');
    assert.equal(await run({ ...CLEAN, context: 'c2', answer: '' }), 'read, analyzed');
    assert.equal(await run({ ...CLEAN, context: 'c2', answer: '' }), '');
  });

  it('ignores the cache of another build, and a damaged one', async () => {
    await run(CLEAN);
    assert.equal(await run(CLEAN, 'b2'), 'read, analyzed');
    const [text = assert.fail()] = storage.texts.values();
    storage.texts.set('key', text.slice(0, -1));
    assert.equal(await run(CLEAN, 'b2'), 'read, analyzed');
  });

  it('stores nothing without a build name or without a storage', async () => {
    await run(CLEAN);
    const [text] = storage.texts.values();
    const cache = await openCache(storage, 'key', undefined);
    let reads = 0;
    const document = {
      ...ENTRY,
      path: PATH,
      fingerprint: 'f1',
      answers: () => ENTRY.answers,
      read: () => ({ text: `${reads++}`, digest: 'd' }),
      analyze: () => ({ summary: ENTRY.summary, answers: ENTRY.answers }),
    };
    for (const one of [cache, await openCache(undefined, 'key', 'b1')]) {
      await one.summaryOf(document);
      await one.save(() => true);
    }
    assert.equal(reads, 2);
    assert.deepEqual([...storage.texts.values()], [text]);
  });

  it('keeps entries of documents that were not requested, and drops those of deleted documents', async () => {
    for (const path of ['docs/1.md', 'docs/2.md', 'docs/3.md']) await run(CLEAN, 'b1', path);
    const cache = await openCache(storage, 'key', 'b1');
    await cache.summaryOf({
      path: 'docs/1.md',
      fingerprint: 'f2',
      context: 'c1',
      answers: () => ({ [QUESTION]: 'yes' }),
      read: () => ({ text: 'Kettle', digest: 'digest of Kettle' }),
      analyze: () => assert.fail(),
    });
    await cache.save((path) => path !== 'docs/3.md');
    const { documents } = JSON.parse(storage.texts.get('key') ?? '');
    assert.deepEqual(Object.keys(documents).sort(), ['docs/1.md', 'docs/2.md']);
  });

  it('passes on errors of reading', async () => {
    const cache = await openCache(storage, 'key', 'b1');
    const failing = cache.summaryOf({
      path: PATH,
      fingerprint: undefined,
      context: 'c1',
      answers: () => ({}),
      read: () => Promise.reject(new Error('gone')),
      analyze: () => assert.fail(),
    });
    await assert.rejects(failing, /gone/);
  });
});
