import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { packer, unpack } from '../../src/core/catalog';
import { openCatalog } from '../../src/node/catalogFile';
import { folderWith } from '../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../cli/texts';
import { said, someFolder, surveyTwice } from './surveys';

/** Long ago: a file of that age is at rest. */
const EPOCH = 1_600_000_000;

describe('a survey that remembers', function () {
  this.timeout(60_000);

  const { XDG_CACHE_HOME: cacheHome, LOCALAPPDATA: cacheOnWindows } = process.env;
  let cache = '';
  beforeEach(() => {
    cache = folderWith({});
    Object.assign(process.env, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
  });
  after(() => {
    for (const [name, before] of Object.entries({
      XDG_CACHE_HOME: cacheHome,
      LOCALAPPDATA: cacheOnWindows,
    })) {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });

  const kept = (): string[] =>
    fs.readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.catalog'));

  it('says what one without a memory says, whatever happens to the folder', async () => {
    const place = someFolder();
    let state = Number(process.env.SEED ?? 7);
    const random = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    const pick = <T>(all: readonly T[]): T => all[random(all.length)] ?? assert.fail();
    const names = ['rfcs/1.md', 'rfcs/2.md', 'rfcs/3.md', 'notes/a.md', 'notes/b.md', 'notes/gone.md'];
    const at = (name: string): string => path.join(place, name);
    const texts = [
      CLEAN,
      FLAWED,
      `${CLEAN}\n[x](../notes/gone.md)\n`,
      `${CLEAN}\n[x](../notes/gome.md) [y](3.md)\n`,
      `${CLEAN}\n[x](../notes/a.md#notes) [y](../notes/a.md#problem)\n`,
      '# Notes\n',
      CLEAN.replace('Ada', 'Bob'),
      CLEAN.replace('**Author:** Ada\n', ''),
      'caf\u00e9 '.repeat(9),
    ];
    const write = (name: string, text: string): void => fs.writeFileSync(at(name), text);
    const deeds: Readonly<Record<string, () => void>> = {
      edit: () => write(pick(names), pick(texts)),
      'edit within the moment': () => {
        const name = pick(names);
        write(name, CLEAN);
        const { atime, mtime } = fs.statSync(at(name));
        write(name, CLEAN.replace('Problem', pick(['Prospec', 'Purpose', 'Problem'])));
        fs.utimesSync(at(name), atime, mtime);
      },
      age: () => fs.existsSync(at('rfcs/1.md')) && fs.utimesSync(at('rfcs/1.md'), EPOCH, EPOCH),
      remove: () => fs.rmSync(at(pick(names)), { force: true }),
      rename: () => {
        const name = pick(names);
        if (fs.existsSync(at(name))) fs.renameSync(at(name), at(pick(names)));
      },
      template: () => write('rfcs/template.md', TEMPLATE.replace('Required', pick(['Required', 'Optional']))),
      'another template': () => write(pick(['rfcs/b-template.md', 'template.md']), TEMPLATE),
      config: () =>
        write(
          '.design-docs.json',
          pick([
            '{}',
            '{"rules":{"header-field":"error"}}',
            '{"rules":{"broken-link":"off"}}',
            '{"exclude":["rfcs/2.md"]}',
          ]),
        ),
      'no text': () => fs.writeFileSync(at(pick(names)), Buffer.from([0x23, 0xff, 0x0a])),
    };
    for (let step = 0; step < Number(process.env.EDITS ?? 150); step++) {
      const deed = pick(Object.keys(deeds));
      deeds[deed]?.();
      const places = [[], [], ['.'], ['rfcs'], ['notes', 'rfcs/1.md']].filter((paths) =>
        paths.every((one) => fs.existsSync(at(one))),
      );
      await surveyTwice(place, `step ${step}: ${deed}`, {
        build: pick(['a', 'a', 'a', 'b']),
        paths: pick(places),
        author: pick(['Ada', 'Ada', 'Bob']),
        later: pick([0, 60_000]),
      });
      // Two states of a file within one tick of its clock look the same to whoever was told that it is at rest.
      await setTimeout(10);
    }
    assert.equal(kept().length, 1);
  });

  it('asks again what the documents asked', async () => {
    const place = someFolder();
    await surveyTwice(place, 'first');
    for (const name of ['notes/gone.md', 'notes/gome.md']) {
      fs.writeFileSync(path.join(place, name), '');
      await surveyTwice(place, `${name} appears`);
      fs.rmSync(path.join(place, name));
      await surveyTwice(place, `${name} vanishes`);
    }
    fs.appendFileSync(path.join(place, 'rfcs', '2.md'), '\n[a](../notes/a.md#notes)\n');
    for (const text of ['# Pots\n', '# Notes\n', '', '<a id="notes">\n']) {
      fs.writeFileSync(path.join(place, 'notes', 'a.md'), text);
      await surveyTwice(place, `a heading becomes ${text}`);
    }
    await surveyTwice(place, 'nobody is the author', { author: '' });
    await surveyTwice(place, 'somebody is', { author: 'Ada' });
  });

  it('sees an edit that leaves the size and the time of a file as they were', async () => {
    const place = someFolder();
    const file = path.join(place, 'rfcs', '1.md');
    fs.utimesSync(file, EPOCH, EPOCH);
    await surveyTwice(place, 'at rest', { later: 60_000 });
    await setTimeout(20);
    fs.writeFileSync(file, CLEAN.replace('Problem', 'Prospec'));
    fs.utimesSync(file, EPOCH, EPOCH);
    await surveyTwice(place, 'edited', { later: 60_000 });
  });

  it('reads no file that is at rest, and each that is not', async () => {
    const place = someFolder();
    const names = ['rfcs/1.md', 'rfcs/2.md', 'notes/a.md', 'notes/b.md'];
    const opened = async (later: number, build = 'a'): Promise<string[]> => {
      const { openSync } = fs;
      const found = new Set<string>();
      const real = require('node:fs');
      real.openSync = (file: string, ...rest: [string]) => {
        found.add(path.relative(place, file));
        return openSync(file, ...rest);
      };
      try {
        await said(place, build, { later, author: 'Ada' });
      } finally {
        real.openSync = openSync;
      }
      return names.filter((name) => found.has(name));
    };
    assert.deepEqual(await opened(0), names, 'unknown');
    assert.deepEqual(await opened(0), names, 'still restless');
    assert.deepEqual(await opened(60_000), names, 'seen to be at rest');
    assert.deepEqual(await opened(60_000), [], 'at rest');
    fs.utimesSync(path.join(place, 'notes', 'b.md'), EPOCH, EPOCH);
    assert.deepEqual(await opened(60_000), ['notes/b.md'], 'touched');
    assert.deepEqual(await opened(60_000), [], 'at rest again');
    fs.writeFileSync(path.join(place, 'rfcs', 'template.md'), `${TEMPLATE}\n`);
    assert.deepEqual(await opened(60_000), names, 'by another template');
    assert.deepEqual(await opened(60_000, 'b'), names, 'by another build');
  });

  it('takes a damaged memory for none', async () => {
    const place = someFolder();
    await surveyTwice(place, 'first');
    const file = path.join(cache, kept()[0] ?? assert.fail());
    const bytes = fs.readFileSync(file);
    const half = bytes.length >> 1;
    const damaged: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      truncated: bytes.subarray(0, half & ~3),
      longer: Buffer.concat([bytes, bytes]),
      swapped: Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)]),
      zeros: Buffer.alloc(bytes.length),
    };
    for (let at = 0; at < bytes.length; at += 37) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      damaged[`flipped at ${at}`] = flipped;
    }
    for (const [how, content] of Object.entries(damaged)) {
      fs.writeFileSync(file, content);
      await surveyTwice(place, how);
    }
  });

  it('keeps nothing where it may not, and follows no link out of its place', async () => {
    const place = someFolder();
    const outside = folderWith({});
    fs.symlinkSync(outside, path.join(cache, 'design-docs'));
    await surveyTwice(place, 'linked');
    assert.deepEqual(fs.readdirSync(outside), []);
    fs.rmSync(path.join(cache, 'design-docs'));
    fs.writeFileSync(path.join(cache, 'design-docs'), 'a file');
    await surveyTwice(place, 'a file in the way');
    assert.equal(fs.readFileSync(path.join(cache, 'design-docs'), 'utf8'), 'a file');
  });

  it('believes no catalog that came with the workspace or was made elsewhere', async () => {
    const place = someFolder();
    const mine = cache;
    const theirs = folderWith({});
    // The forger has the program and the same documents, says that nothing is wrong with them, and has a key of his own.
    Object.assign(process.env, { XDG_CACHE_HOME: theirs, LOCALAPPDATA: theirs });
    await surveyTwice(place, 'forging');
    const file = openCatalog(place, `a ${process.versions.unicode}`) ?? assert.fail();
    const known = unpack(file.load() ?? assert.fail()) ?? assert.fail();
    const forged = packer();
    for (const name of known.paths) {
      const entry = known.find(name) ?? assert.fail();
      forged.add({ ...entry, summary: { ...entry.summary, findings: [] } });
    }
    file.save(forged.packed());
    const before = await said(place, 'a', { author: 'Ada' });
    assert.notDeepEqual(
      before,
      await said(place, undefined, { author: 'Ada' }),
      'the forger believes himself',
    );
    const folder = path.join(theirs, 'design-docs');
    const catalog = fs.readdirSync(folder).find((name) => name.endsWith('.catalog')) ?? assert.fail();
    Object.assign(process.env, { XDG_CACHE_HOME: mine, LOCALAPPDATA: mine });
    fs.mkdirSync(path.join(place, '.git', 'design-docs'), { recursive: true });
    fs.writeFileSync(path.join(place, '.git', 'HEAD'), '');
    fs.copyFileSync(path.join(folder, catalog), path.join(place, '.git', 'design-docs', 'catalog'));
    await surveyTwice(place, 'in the data of git');
    fs.copyFileSync(path.join(folder, catalog), path.join(cache, kept()[0] ?? assert.fail()));
    await surveyTwice(place, 'under the name of our own');
    fs.cpSync(folder, path.join(place, '.cache', 'design-docs'), { recursive: true });
    const inside = path.join(place, '.cache');
    Object.assign(process.env, { XDG_CACHE_HOME: inside, LOCALAPPDATA: inside });
    await surveyTwice(place, 'with its key, where a checkout has the cache in itself');
  });
});
