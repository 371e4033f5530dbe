import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openCacheStorage } from '../../../src/node/cache/storage';
import { folderWith } from '../../cli/program';
import { CLEAN, FLAWED, TEMPLATE } from '../../cli/texts';
import { checkTwice, said, someFolder } from '../checkTwice';

/** Long ago, in seconds. */
const EPOCH = 1_600_000_000;

/** Waits until the clock of the file system has moved: `later` has files looked at as if they were no longer racily clean. */
async function clockMoves(folder: string): Promise<void> {
  const probe = path.join(folder, 'clock');
  const now = (): number => {
    fs.writeFileSync(probe, '');
    return fs.statSync(probe).ctimeMs;
  };
  for (const before = now(); now() === before; ) await setImmediate();
  fs.rmSync(probe);
}

describe('files that are checked with a cache', () => {
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
    fs.readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cache'));

  it('have the findings that they have without, whatever happens to the folder', async () => {
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
      await checkTwice(place, `step ${step}: ${deed}`, {
        build: pick(['a', 'a', 'a', 'b']),
        paths: pick(places),
        author: pick(['Ada', 'Ada', 'Bob']),
        later: pick([0, 60_000]),
      });
      await clockMoves(place);
    }
    assert.equal(kept().length, 3);
  });

  it('are checked anew when what they asked about has another answer', async () => {
    const place = someFolder();
    await checkTwice(place, 'first');
    for (const name of ['notes/gone.md', 'notes/gome.md']) {
      fs.writeFileSync(path.join(place, name), '');
      await checkTwice(place, `${name} appears`);
      fs.rmSync(path.join(place, name));
      await checkTwice(place, `${name} vanishes`);
    }
    fs.appendFileSync(path.join(place, 'rfcs', '2.md'), '\n[a](../notes/a.md#notes)\n');
    for (const text of ['# Pots\n', '# Notes\n', '', '<a id="notes">\n']) {
      fs.writeFileSync(path.join(place, 'notes', 'a.md'), text);
      await checkTwice(place, `a heading becomes ${text}`);
    }
    await checkTwice(place, 'nobody is the author', { author: '' });
    await checkTwice(place, 'somebody is', { author: 'Ada' });
  });

  it('are checked anew after an edit that leaves their size and time as they were', async () => {
    const place = someFolder();
    const file = path.join(place, 'rfcs', '1.md');
    fs.utimesSync(file, EPOCH, EPOCH);
    await checkTwice(place, 'at rest', { later: 60_000 });
    await clockMoves(place);
    fs.writeFileSync(file, CLEAN.replace('Problem', 'Prospec'));
    fs.utimesSync(file, EPOCH, EPOCH);
    await checkTwice(place, 'edited', { later: 60_000 });
  });

  it('are read only if they are not known to be unchanged', async () => {
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
    assert.deepEqual(await opened(0), names, 'not in the cache');
    assert.deepEqual(await opened(0), names, 'racily clean');
    assert.deepEqual(await opened(60_000), names, 'racily clean when they were read');
    assert.deepEqual(await opened(60_000), [], 'unchanged');
    fs.utimesSync(path.join(place, 'notes', 'b.md'), EPOCH, EPOCH);
    assert.deepEqual(await opened(60_000), ['notes/b.md'], 'touched');
    assert.deepEqual(await opened(60_000), [], 'unchanged again');
    fs.writeFileSync(path.join(place, 'rfcs', 'template.md'), `${TEMPLATE}\n`);
    assert.deepEqual(await opened(60_000), ['rfcs/1.md', 'rfcs/2.md', 'notes/b.md'], 'by another template');
    assert.deepEqual(await opened(60_000, 'b'), names, 'by another build');
  });

  it('are checked anew where the cache is damaged', async () => {
    const place = someFolder();
    await checkTwice(place, 'first');
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
      await checkTwice(place, how);
    }
  });

  it('are not cached in a folder that a link leads to', async () => {
    const place = someFolder();
    const outside = folderWith({});
    fs.symlinkSync(outside, path.join(cache, 'design-docs'));
    await checkTwice(place, 'linked');
    assert.deepEqual(fs.readdirSync(outside), []);
    fs.rmSync(path.join(cache, 'design-docs'));
    fs.writeFileSync(path.join(cache, 'design-docs'), 'a file');
    await checkTwice(place, 'a file in the way');
    assert.equal(fs.readFileSync(path.join(cache, 'design-docs'), 'utf8'), 'a file');
  });

  it('are not taken from a cache that came with the workspace or was made elsewhere', async () => {
    const place = someFolder();
    const mine = cache;
    const theirs = folderWith({});
    // The forger has the program, the same documents, and a key of his own. His cache has no findings.
    Object.assign(process.env, { XDG_CACHE_HOME: theirs, LOCALAPPDATA: theirs });
    await checkTwice(place, 'forging');
    const storage = openCacheStorage(place) ?? assert.fail();
    const key = fs.realpathSync(place);
    const forged = JSON.parse((await storage.read(key)) ?? assert.fail());
    for (const { summary } of Object.values<{ summary: object }>(forged.documents))
      Object.assign(summary, { findings: [] });
    await storage.write(key, JSON.stringify(forged));
    const before = await said(place, 'a', { author: 'Ada' });
    assert.notDeepEqual(
      before,
      await said(place, undefined, { author: 'Ada' }),
      'the forger believes himself',
    );
    const folder = path.join(theirs, 'design-docs');
    const file = fs.readdirSync(folder).find((name) => name.endsWith('.cache')) ?? assert.fail();
    Object.assign(process.env, { XDG_CACHE_HOME: mine, LOCALAPPDATA: mine });
    fs.mkdirSync(path.join(place, '.git', 'design-docs'), { recursive: true });
    fs.writeFileSync(path.join(place, '.git', 'HEAD'), '');
    fs.copyFileSync(path.join(folder, file), path.join(place, '.git', 'design-docs', file));
    await checkTwice(place, 'in the data of git');
    fs.copyFileSync(path.join(folder, file), path.join(cache, kept()[0] ?? assert.fail()));
    await checkTwice(place, 'under the name of our own');
    fs.cpSync(folder, path.join(place, '.cache', 'design-docs'), { recursive: true });
    const inside = path.join(place, '.cache');
    Object.assign(process.env, { XDG_CACHE_HOME: inside, LOCALAPPDATA: inside });
    await checkTwice(place, 'with its key, where a checkout has the cache in itself');
  });
});
