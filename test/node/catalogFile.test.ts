import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { cacheFolder } from '../../src/node/cacheFolder';
import { openCatalog } from '../../src/node/catalogFile';
import { folderWith } from '../cli/program';

const PACKED = { strings: ['a'], numbers: Int32Array.from([0]) };

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

function save(root: string): string {
  openCatalog(root, 'build')?.save(PACKED);
  const [file = assert.fail()] = catalogs();
  return file;
}

function catalogs(): string[] {
  const folder = path.join(process.env.XDG_CACHE_HOME ?? '', 'design-docs');
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.catalog'));
  return names.map((name) => path.join(folder, name));
}

describe('the catalog of a workspace', () => {
  after(restore);

  it('lies in the folder of the user, for nobody else to read, and is found again', () => {
    const { root, own } = cached();
    fs.mkdirSync(path.join(root, '.git'));
    fs.writeFileSync(path.join(root, '.git', 'HEAD'), '');
    const file = save(root);
    assert.deepEqual(openCatalog(root, 'build')?.load(), PACKED);
    assert.deepEqual(fs.readdirSync(path.join(root, '.git')), ['HEAD']);
    if (process.platform === 'win32') return;
    for (const made of [file, path.join(own, 'key')]) assert.equal(fs.statSync(made).mode & 0o777, 0o600);
    assert.equal(fs.statSync(own).mode & 0o777, 0o700);
  });

  it('is that of the real folder, whatever link leads there', function () {
    if (process.platform === 'win32') this.skip();
    const { root } = cached();
    save(root);
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(root, link);
    assert.deepEqual(openCatalog(link, 'build')?.load(), PACKED);
  });

  it("is no other build's, no other workspace's and no other user's", () => {
    const { root, own } = cached();
    const file = save(root);
    assert.equal(openCatalog(root, 'other')?.load(), undefined);
    const other = folderWith({});
    openCatalog(other, 'build')?.save({ strings: ['b'], numbers: Int32Array.from([1]) });
    const [others = assert.fail()] = catalogs().filter((one) => one !== file);
    fs.copyFileSync(others, file);
    assert.equal(openCatalog(root, 'build')?.load(), undefined, 'copied from another workspace');
    save(root);
    fs.writeFileSync(path.join(own, 'key'), 'k'.repeat(32));
    assert.equal(openCatalog(root, 'build')?.load(), undefined, 'signed with another key');
    save(root);
    fs.rmSync(path.join(own, 'key'));
    assert.equal(openCatalog(root, 'build')?.load(), undefined, 'the key is gone');
  });

  it('counts for nothing where a bit of it or of its signature is another', () => {
    const { root } = cached();
    const file = save(root);
    const bytes = fs.readFileSync(file);
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      fs.writeFileSync(file, flipped);
      assert.equal(openCatalog(root, 'build')?.load(), undefined, `${at}`);
    }
  });

  it('has no place in the workspace that it is about, where an archive could bring it along', () => {
    const { root } = cached();
    for (const cache of [root, path.join(root, '.cache'), path.join(root, 'made', 'later')]) {
      Object.assign(process.env, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
      assert.deepEqual([cacheFolder(root), openCatalog(root, 'build')], [undefined, undefined], cache);
    }
    const link = path.join(folderWith({}), 'link');
    fs.symlinkSync(root, link, 'junction');
    Object.assign(process.env, { XDG_CACHE_HOME: link, LOCALAPPDATA: link });
    assert.equal(cacheFolder(root), undefined);
    assert.deepEqual(fs.readdirSync(root), []);
  });

  it('leaves no room for those that nobody has used for three months, and touches nothing else', () => {
    const { root, own } = cached();
    const file = save(root);
    const outside = folderWith({ a: '' });
    const at = (name: string): string => path.join(own, name);
    const old = ['fedcba98765432.catalog', '00000000000000.catalog', `${path.basename(file)}.77.tmp`];
    for (const name of old) used(at(name), 91);
    used(at('11111111111111.catalog'), 89);
    for (const name of [
      'catalog',
      'x.catalog',
      '0123456789abc.catalog',
      '0123456789abcde.catalog',
      'FEDCBA98765432.catalog',
      'fedcba98765432.catalog.bak',
      'fedcba98765432.catalog.tmp',
      'fedcba98765432xcatalog',
      'compiled',
    ])
      used(at(name), 400);
    used(at('22222222222222.catalog'), 400, () => fs.mkdirSync(at('22222222222222.catalog')));
    const link = at('33333333333333.catalog');
    used(link, 400, () => fs.symlinkSync(outside, link, 'junction'));
    const names = fs.readdirSync(own);
    save(root);
    assert.deepEqual(
      fs.readdirSync(own),
      names.filter((name) => !old.includes(name)),
    );
    assert.deepEqual(fs.readdirSync(outside), ['a']);
    assert.deepEqual(openCatalog(root, 'build')?.load(), PACKED);
  });

  it('looks at a thousand of them at a time', () => {
    const { root, own } = cached();
    save(root);
    for (let at = 0; at < 1010; at++) used(path.join(own, `${String(at).padStart(14, '0')}.catalog`), 91);
    const left = [0, 1].map(() => {
      save(root);
      return catalogs().length;
    });
    assert.ok(left[0] === 11 || left[0] === 12, `${left[0]}`);
    assert.equal(left[1], 1);
  });

  it('is not written, and nothing removed, in a folder that a link leads to', () => {
    const { root, own } = cached();
    const outside = folderWith({});
    used(path.join(outside, 'fedcba98765432.catalog'), 400);
    fs.symlinkSync(outside, own, 'junction');
    assert.equal(openCatalog(root, 'build'), undefined);
    assert.deepEqual(fs.readdirSync(outside), ['fedcba98765432.catalog']);
  });

  it('is in use when it is read, and says so once a day', () => {
    const { root } = cached();
    const file = save(root);
    for (const [days, expected] of [
      [0.9, 0.9],
      [1.1, 0],
      [91, 0],
    ] as const) {
      used(file, days, () => {});
      assert.deepEqual(openCatalog(root, 'build')?.load(), PACKED);
      const seconds = fs.statSync(file).mtimeMs / 1000;
      assert.ok(Math.abs(seconds - daysAgo(expected)) < 600, `${days} days: ${seconds}`);
    }
  });
});
