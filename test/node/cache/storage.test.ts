import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { cacheFolder } from '../../../src/node/cache/cacheFolder';
import { openCacheStorage } from '../../../src/node/cache/storage';
import { folderWith } from '../../cli/program';

const KEY = 'key of a workspace';
const TEXT = '{"é": 1}\n';

const daysAgo = (days: number): number => Date.now() / 1000 - days * 86_400;

/** Makes a file that was used so many days ago. */
function used(file: string, days: number, make = (): void => fs.writeFileSync(file, '')): string {
  make();
  fs.lutimesSync(file, daysAgo(days), daysAgo(days));
  return file;
}

/** Runs in a cache of its own. */
function cached(): { readonly root: string; readonly cache: string; readonly own: string } {
  const [root, cache] = [folderWith({}), folderWith({})];
  Object.assign(process.env, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
  return { root, cache, own: path.join(cache, 'design-docs') };
}

const { XDG_CACHE_HOME: before, LOCALAPPDATA: beforeOnWindows } = process.env;

function restore(): void {
  for (const [name, value] of Object.entries({ XDG_CACHE_HOME: before, LOCALAPPDATA: beforeOnWindows })) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

async function write(root: string): Promise<string> {
  await openCacheStorage(root)?.write(KEY, TEXT);
  const [file = assert.fail()] = caches();
  return file;
}

async function read(root: string, key = KEY): Promise<string | undefined> {
  return openCacheStorage(root)?.read(key);
}

function caches(): string[] {
  const folder = path.join(process.env.XDG_CACHE_HOME ?? '', 'design-docs');
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.cache'));
  return names.map((name) => path.join(folder, name));
}

describe("the storage in the user's cache folder", () => {
  after(restore);

  it('gives back what was written, and is for no other user to read', async () => {
    const { root, own } = cached();
    fs.mkdirSync(path.join(root, '.git'));
    fs.writeFileSync(path.join(root, '.git', 'HEAD'), '');
    assert.equal(await read(root), undefined);
    const file = await write(root);
    assert.equal(await read(root), TEXT);
    assert.deepEqual(fs.readdirSync(path.join(root, '.git')), ['HEAD']);
    if (process.platform === 'win32') return;
    for (const made of [file, path.join(own, 'key')]) assert.equal(fs.statSync(made).mode & 0o777, 0o600);
    assert.equal(fs.statSync(own).mode & 0o777, 0o700);
  });

  it('gives nothing for a file that was written for another key or by another user', async () => {
    const { root } = cached();
    const file = await write(root);
    assert.equal(await read(root, 'another key'), undefined);
    await openCacheStorage(root)?.write('another key', TEXT);
    const [other = assert.fail()] = caches().filter((one) => one !== file);
    fs.copyFileSync(other, file);
    assert.equal(await read(root), undefined, 'written for another key');
    const mine = cached();
    fs.copyFileSync(file, await write(mine.root));
    assert.equal(await read(mine.root), undefined, 'written by another user');
    await write(mine.root);
    assert.equal(await read(mine.root), TEXT);
    fs.rmSync(path.join(mine.own, 'key'));
    assert.equal(await read(mine.root), undefined, 'the signing key is gone');
  });

  it('gives nothing where a bit of the text or of its signature is another', async () => {
    const { root } = cached();
    const file = await write(root);
    const bytes = fs.readFileSync(file);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      fs.writeFileSync(file, flipped);
      assert.equal(await read(root), undefined, `${at}`);
    }
    for (let end = 0; end < bytes.length; end++) {
      fs.writeFileSync(file, bytes.subarray(0, end));
      assert.equal(await read(root), undefined, `cut off at ${end}`);
    }
  });

  it('has no place in the workspace that it is about, where an archive could bring it along', () => {
    const { root } = cached();
    for (const cache of [root, path.join(root, '.cache'), path.join(root, 'made', 'later')]) {
      Object.assign(process.env, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
      assert.deepEqual([cacheFolder(root), openCacheStorage(root)], [undefined, undefined], cache);
    }
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(root, link, 'junction');
    Object.assign(process.env, { XDG_CACHE_HOME: link, LOCALAPPDATA: link });
    assert.equal(cacheFolder(root), undefined);
    assert.deepEqual(fs.readdirSync(root), []);
  });

  it('removes caches that were unused for three months, and touches nothing else', async () => {
    const { root, own } = cached();
    const file = await write(root);
    const outside = folderWith({ a: '' });
    const at = (name: string): string => path.join(own, name);
    const old = ['fedcba98765432.cache', '00000000000000.cache', `${path.basename(file)}.77.tmp`];
    for (const name of old) used(at(name), 91);
    used(at('11111111111111.cache'), 89);
    for (const name of [
      'cache',
      'x.cache',
      '0123456789abc.cache',
      '0123456789abcde.cache',
      'FEDCBA98765432.cache',
      'fedcba98765432.cache.bak',
      'fedcba98765432.cache.tmp',
      'fedcba98765432xcache',
      'compiled',
    ])
      used(at(name), 400);
    used(at('22222222222222.cache'), 400, () => fs.mkdirSync(at('22222222222222.cache')));
    const link = at('33333333333333.cache');
    used(link, 400, () => fs.symlinkSync(outside, link, 'junction'));
    const names = fs.readdirSync(own);
    await write(root);
    assert.deepEqual(
      fs.readdirSync(own),
      names.filter((name) => !old.includes(name)),
    );
    assert.deepEqual(fs.readdirSync(outside), ['a']);
    assert.equal(await read(root), TEXT);
  });

  it('looks at a thousand of them at a time', async () => {
    const { root, own } = cached();
    await write(root);
    for (let at = 0; at < 1010; at++) used(path.join(own, `${String(at).padStart(14, '0')}.cache`), 91);
    const left: number[] = [];
    for (let times = 0; times < 2; times++) {
      await write(root);
      left.push(caches().length);
    }
    assert.ok(left[0] === 11 || left[0] === 12, `${left[0]}`);
    assert.equal(left[1], 1);
  });

  it('is not written, and nothing removed, in a folder that a link leads to', () => {
    const { root, own } = cached();
    const outside = folderWith({});
    used(path.join(outside, 'fedcba98765432.cache'), 400);
    fs.symlinkSync(outside, own, 'junction');
    assert.equal(openCacheStorage(root), undefined);
    assert.deepEqual(fs.readdirSync(outside), ['fedcba98765432.cache']);
  });

  it('marks a cache that is read as used, once a day', async () => {
    const { root } = cached();
    const file = await write(root);
    for (const [days, expected] of [
      [0.9, 0.9],
      [1.1, 0],
      [91, 0],
    ] as const) {
      used(file, days, () => {});
      assert.equal(await read(root), TEXT);
      const seconds = fs.statSync(file).mtimeMs / 1000;
      assert.ok(Math.abs(seconds - daysAgo(expected)) < 600, `${days} days: ${seconds}`);
    }
  });
});
