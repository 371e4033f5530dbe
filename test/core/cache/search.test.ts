/** The caches of a search: the heads of files, and what was found. */

import assert from 'node:assert/strict';
import type { CacheStorage } from '../../../src/core/cache/documentCache';
import { findCached } from '../../../src/core/cache/found';
import { openHeadCache } from '../../../src/core/cache/heads';
import type { Head } from '../../../src/core/discovery/head';
import { readHead } from '../../../src/core/discovery/head';

const KEY = 'key';
const HEAD: Head = readHead('# Kettle\n\n**Status:** Draft\n\n## Why: now\n\n### Because\n', true);

/** A storage in memory that counts its writes. */
function storageWith(text?: string): CacheStorage & { text: string | undefined; writes: number } {
  return {
    text,
    writes: 0,
    async read() {
      return this.text;
    },
    async write(_key, written) {
      this.text = written;
      this.writes++;
    },
  };
}

async function stored(): Promise<ReturnType<typeof storageWith>> {
  const storage = storageWith();
  const cache = await openHeadCache(storage, KEY, 'a');
  for (const path of ['tea.md', 'gone.md', '__proto__']) cache.add(path, '1 2 3 4', HEAD);
  await cache.save(['tea.md', '__proto__']);
  return storage;
}

describe('a cache of heads', () => {
  it('has the heads of unchanged files, whatever they are called', async () => {
    const cache = await openHeadCache(await stored(), KEY, 'a');
    for (const path of ['tea.md', '__proto__']) assert.deepEqual(cache.get(path, '1 2 3 4'), HEAD, path);
    for (const path of ['gone.md', 'constructor']) assert.equal(cache.get(path, '1 2 3 4'), undefined, path);
    assert.equal(cache.get('tea.md', '1 2 3 5'), undefined);
    assert.equal(cache.get('tea.md', undefined), undefined);
  });

  it('is written only if a head was added', async () => {
    const storage = await stored();
    const cache = await openHeadCache(storage, KEY, 'a');
    cache.get('tea.md', '1 2 3 4');
    cache.add('racy.md', undefined, HEAD);
    await cache.save(['tea.md', 'racy.md']);
    assert.equal(storage.writes, 1);
    cache.add('new.md', '1', HEAD);
    await cache.save(['new.md']);
    assert.equal(storage.writes, 2);
  });

  it('is empty for another build and for a damaged text, and not used without a build', async () => {
    const { text = '' } = await stored();
    for (const damaged of [text.slice(0, -1), text.replace('"whole":true', '"whole":1'), '[]', '']) {
      const cache = await openHeadCache(storageWith(damaged), KEY, 'a');
      assert.equal(cache.get('tea.md', '1 2 3 4'), undefined, damaged.slice(0, 40));
    }
    assert.equal((await openHeadCache(storageWith(text), KEY, 'b')).get('tea.md', '1 2 3 4'), undefined);
    const unused = storageWith(text);
    const cache = await openHeadCache(unused, KEY, undefined);
    cache.add('new.md', '1', HEAD);
    await cache.save(['new.md']);
    assert.deepEqual([cache.get('tea.md', '1 2 3 4'), unused.writes], [undefined, 0]);
  });
});

describe('a cached search', () => {
  const found = { templates: ['t.md'], documents: ['d.md'] };
  const search = async (storage: CacheStorage, build: string | undefined, state: string | undefined) => {
    let searches = 0;
    const result = await findCached(storage, { key: KEY, build, state }, async () => {
      searches++;
      return found;
    });
    assert.deepEqual([result.templates, result.documents], [['t.md'], ['d.md']]);
    return searches;
  };

  it('is made again for another state, another build, a damaged text, and where the state is not known', async () => {
    const storage = storageWith();
    assert.equal(await search(storage, 'a', '1'), 1, 'first');
    assert.equal(await search(storage, 'a', '1'), 0, 'unchanged');
    assert.equal(await search(storage, 'a', '2'), 1, 'another state');
    assert.equal(await search(storage, 'b', '2'), 1, 'another build');
    storage.text = storage.text?.slice(1);
    assert.equal(await search(storage, 'b', '2'), 1, 'damaged');
    assert.equal(await search(storage, 'b', undefined), 1, 'unknown state');
    assert.equal(await search(storage, undefined, '2'), 1, 'without a build');
    assert.equal(storage.writes, 4);
  });
});
