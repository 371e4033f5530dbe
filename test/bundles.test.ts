/** What the bundles weigh, and what is shipped. Sizes are no timings: they are the same on every machine. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from './fixture';

const OUT = path.join(root, 'out', 'test', 'bundles');

/** In bytes; a bundle that outgrows its budget loads what it need not, or the budget is to be argued about. */
const BUDGETS = {
  activation: 11_000,
  firstDocument: 235_000,
  web: 325_000,
  cli: 250_000,
};

const bundle = (name: string): string => readFileSync(path.join(OUT, name), 'utf8');
const STATIC = /(?<!then\(\(\)\s*=>\s*[\w$]*\(?)\brequire\("(\.[^"]+)"\)/g;
const LATE = /then\(\(\)\s*=>\s*[\w$]*\(?require\("(\.[^"]+)"\)/g;

/** A file of a bundle and all that it loads at once. */
function withParts(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, part = ''] of bundle(name).matchAll(STATIC)) withParts(partOf(name, part), found);
  return found;
}

/** The files that a file of a bundle loads when they are asked for. */
function lateParts(name: string): string[] {
  return [...bundle(name).matchAll(LATE)].map(([, part = '']) => partOf(name, part));
}

function partOf(name: string, part: string): string {
  return path.posix.join(path.posix.dirname(name), part);
}

function size(names: Iterable<string>): number {
  return [...names].reduce((sum, name) => sum + Buffer.byteLength(bundle(name)), 0);
}

describe('the bundles', () => {
  before(function () {
    this.timeout(60_000);
    rmSync(OUT, { recursive: true, force: true });
    const script = path.join(root, 'scripts', 'build.mjs');
    const { stderr, status } = spawnSync(process.execPath, [script, '--out', OUT], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('keep their budgets', () => {
    const activation = withParts('extension.js');
    const [start = ''] = lateParts('extension.js').filter((name) => name.includes('nodeStart'));
    const sizes = {
      activation: size(activation),
      firstDocument: size(withParts(start, activation)),
      web: size(['web.js']),
      cli: size(['cli.js', 'program.js']),
    };
    const over = Object.entries(BUDGETS).filter(([name, most]) => sizes[name as keyof typeof sizes] > most);

    assert.deepEqual(over, [], JSON.stringify(sizes));
  });

  it('find every part that they ask for', () => {
    const files = ['extension.js', ...readdirSync(path.join(OUT, 'parts')).map((name) => `parts/${name}`)];
    const asked = files.flatMap((name) => [...withParts(name), ...lateParts(name)]);
    assert.deepEqual(
      [...new Set(asked)].filter((name) => !files.includes(name)),
      [],
    );
    assert.deepEqual(lateParts('web.js'), [], 'a web host loads one file');
    assert.deepEqual([...withParts('web.js')], ['web.js']);
  });

  it('have the table of named characters where it is looked for', () => {
    const asking = readdirSync(path.join(OUT, 'parts')).filter((name) =>
      bundle(`parts/${name}`).includes('"./entities.js"'),
    );
    assert.equal(asking.length, 1);
    const { decodeHTMLStrict } = require(path.join(OUT, 'parts', 'entities.js'));
    assert.equal(decodeHTMLStrict('&mdash;&nosuch;'), '—&nosuch;');
    assert.ok(!bundle('extension.js').includes('entities'));
  });

  it('hold no help of rules, which is for their page', () => {
    for (const name of ['program.js', 'web.js', 'mcp.js']) {
      assert.ok(!bundle(name).includes("Anchors are GitHub's"), name);
      assert.ok(
        bundle(name).includes('A relative link leads to a file or heading that does not exist.'),
        name,
      );
    }
  });

  it('are shipped, with nothing else that is code', () => {
    const shipped = readRepo('.vscodeignore')
      .split('\n')
      .filter((line) => line.startsWith('!dist/'));
    assert.deepEqual(shipped, [
      '!dist/extension.js',
      '!dist/parts/*.js',
      '!dist/web.js',
      '!dist/cli.js',
      '!dist/program.js',
      '!dist/templates.bin',
      '!dist/mcp.js',
    ]);
  });
});
