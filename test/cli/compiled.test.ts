import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { openLoader } from '../../src/cli/compiled';
import { folderWith } from './program';

const PROGRAM = {
  './program.js':
    'const {sum}=require("./engine.js");const{basename}=require("node:path");' +
    'module.exports={...module.exports,say:(a,b)=>basename(__dirname)+sum(a,b),late:()=>require("./engine.js")};',
  './engine.js': 'exports.sum=(a,b)=>a+b;',
};
type Program = { say(a: number, b: number): string; late(): unknown };

describe('what is kept of a compiled program', () => {
  let place = '';
  let kept = '';
  beforeEach(() => {
    place = folderWith(PROGRAM);
    kept = path.join(folderWith({}), 'own', 'compiled');
  });

  /** Runs the program, and says whether any of it had to be compiled. */
  const compiles = (build = 'a'): boolean => {
    const loader = openLoader(place, build, kept);
    const program = loader.load('./program.js') as Program;
    assert.equal(program.say(2, 3), `${path.basename(place)}5`);
    assert.equal(program.late(), loader.load('./engine.js'));
    const before = times();
    loader.keep();
    return times() !== before;
  };
  const files = (): string[] =>
    fs.statSync(kept, { throwIfNoEntry: false })?.isDirectory()
      ? fs.readdirSync(kept).map((name) => path.join(kept, name))
      : [];
  const times = (): string =>
    files()
      .map((file) => fs.statSync(file).ino)
      .join();

  it('serves the same build', () => {
    assert.deepEqual([compiles(), compiles(), files().length], [true, false, 2]);
  });

  it('is forgotten with another build', () => {
    assert.deepEqual([compiles(), compiles('b'), compiles('b')], [true, true, false]);
  });

  it('is made anew where it is damaged, before V8 sees it', () => {
    compiles();
    for (const file of files()) {
      const bytes = fs.readFileSync(file);
      const damaged = Array.from({ length: 40 }, (_, step) => {
        const flipped = Buffer.from(bytes);
        const at = Math.floor((step * bytes.length) / 40);
        flipped[at] = (flipped[at] ?? 0) ^ 0x10;
        return flipped;
      });
      const cut = [bytes.subarray(0, bytes.length >> 1), bytes.subarray(0, -2), Buffer.alloc(0)];
      for (const wrong of [...damaged, ...cut, Buffer.alloc(bytes.length)]) {
        fs.writeFileSync(file, wrong);
        assert.deepEqual([compiles(), compiles()], [true, false]);
      }
    }
  });

  it('is no link, and nothing that somebody else may write', () => {
    compiles();
    const [file = assert.fail()] = files();
    fs.chmodSync(file, 0o622);
    assert.deepEqual([compiles(), compiles()], [true, false]);
    const elsewhere = path.join(folderWith({}), 'elsewhere');
    fs.renameSync(file, elsewhere);
    fs.symlinkSync(elsewhere, file);
    assert.deepEqual([compiles(), fs.lstatSync(file).isFile()], [true, true]);
  });

  it('does without a place', () => {
    fs.mkdirSync(path.dirname(kept), { recursive: true });
    fs.writeFileSync(kept, 'a file');
    assert.deepEqual([compiles(), fs.readFileSync(kept, 'utf8')], [false, 'a file']);
  });
});
