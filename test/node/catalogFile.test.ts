import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { catalogName, catalogPlace } from '../../src/node/cacheFolder';
import { loadCatalog, saveCatalog } from '../../src/node/catalogFile';
import { folderWith } from '../cli/program';

const OURS = '0123456789abcd.catalog';
const PACKED = { strings: ['a'], numbers: Int32Array.from([0]) };

const daysAgo = (days: number): number => Date.now() / 1000 - days * 86_400;

/** Makes a file that was used so many days ago. */
function used(file: string, days: number, make = (): void => fs.writeFileSync(file, '')): string {
  make();
  fs.lutimesSync(file, daysAgo(days), daysAgo(days));
  return file;
}

describe('a catalog in the folder of a user', () => {
  it('has such a name as is looked for', () => {
    assert.match(path.basename(catalogPlace(folderWith({})) ?? ''), catalogName);
  });

  it('leaves no room for those that nobody has used for three months, and touches nothing else', () => {
    const folder = folderWith({ 'outside/a': '' });
    const place = path.join(folder, 'catalogs');
    fs.mkdirSync(place);
    const at = (name: string): string => path.join(place, name);
    const old = ['fedcba98765432.catalog', '00000000000000.catalog', `${OURS}.77.tmp`];
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
    const deep = at('22222222222222.catalog');
    used(deep, 400, () => fs.mkdirSync(deep));
    const link = at('33333333333333.catalog');
    used(link, 400, () => fs.symlinkSync(path.join(folder, 'outside'), link, 'junction'));
    const before = fs.readdirSync(place);
    saveCatalog(at(OURS), 'build', PACKED);
    const expected = [...before.filter((name) => !old.includes(name)), OURS];
    assert.deepEqual(fs.readdirSync(place).sort(), expected.sort());
    assert.deepEqual(fs.readdirSync(path.join(folder, 'outside')), ['a']);
    assert.deepEqual(loadCatalog(at(OURS), 'build'), PACKED);
  });

  it('looks at a thousand of them at a time', () => {
    const folder = folderWith({});
    const file = path.join(folder, OURS);
    for (let at = 0; at < 1010; at++) used(path.join(folder, `${String(at).padStart(14, '0')}.catalog`), 91);
    const left = [0, 1].map(() => {
      saveCatalog(file, 'build', PACKED);
      return fs.readdirSync(folder).length;
    });
    assert.ok(left[0] === 11 || left[0] === 12, `${left[0]}`);
    assert.equal(left[1], 1);
  });

  it('removes nothing from a folder that a link leads to', () => {
    const folder = folderWith({});
    const outside = path.join(folder, 'outside');
    fs.mkdirSync(outside);
    used(path.join(outside, 'fedcba98765432.catalog'), 400);
    const place = path.join(folder, 'catalogs');
    fs.symlinkSync(outside, place, 'junction');
    saveCatalog(path.join(place, OURS), 'build', PACKED);
    assert.deepEqual(fs.readdirSync(outside), ['fedcba98765432.catalog']);
  });

  it('is in use when it is read, and says so once a day', () => {
    const file = path.join(folderWith({}), OURS);
    saveCatalog(file, 'build', PACKED);
    for (const [days, expected] of [
      [0.9, 0.9],
      [1.1, 0],
      [91, 0],
    ] as const) {
      used(file, days, () => {});
      assert.deepEqual(loadCatalog(file, 'build'), PACKED);
      const seconds = fs.statSync(file).mtimeMs / 1000;
      assert.ok(Math.abs(seconds - daysAgo(expected)) < 600, `${days} days: ${seconds}`);
    }
  });
});
