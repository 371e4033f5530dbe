/** What the bundles weigh, and what is shipped. Sizes are no timings: they are the same on every machine. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from './fixture';

const OUT = path.join(root, 'out', 'test', 'bundles');

/** In bytes; a bundle that outgrows its budget loads what it need not, or the budget is to be argued about. */
const BUDGETS = {
  activation: 6_100,
  firstDocument: 140_000,
  features: 64_000,
  web: 335_000,
  cliAtOnce: 32_000,
  cli: 260_000,
};

const bundle = (name: string): string => readFileSync(path.join(OUT, name), 'utf8');
/** Every file that a file of a bundle names, and those that it loads as it is loaded itself. */
const NAMED = /"(\.\/[^"]+\.js)"/g;
const AT_ONCE = /\bconst\{[^{}]*\}=require\("(\.\/[^"]+\.js)"\);/g;

/** A file of a bundle and all that it loads at once. */
function withParts(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, part = ''] of bundle(name).matchAll(AT_ONCE)) withParts(partOf(name, part), found);
  return found;
}

function named(name: string): string[] {
  return [...bundle(name).matchAll(NAMED)].map(([, part = '']) => partOf(name, part));
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
    const firstDocument = withParts('parts/document.js', withParts('extension.js'));
    const sizes = {
      activation: size(withParts('extension.js')),
      firstDocument: size(firstDocument),
      features: size(withParts('parts/features.js')) - size(['parts/document.js']),
      web: size(['web.js']),
      cliAtOnce: size(['cli.js', 'program.js', 'common.js']),
      cli: size(['cli.js', 'program.js', 'common.js', 'engine.js']),
    };
    const over = Object.entries(BUDGETS).filter(([name, most]) => sizes[name as keyof typeof sizes] > most);

    assert.deepEqual(over, [], JSON.stringify(sizes));
  });

  it('find every part that they ask for', () => {
    const files = ['extension.js', ...readdirSync(path.join(OUT, 'parts')).map((name) => `parts/${name}`)];
    assert.deepEqual(
      [...new Set(files.flatMap(named))].filter((name) => !files.includes(name)),
      [],
    );
    assert.deepEqual(named('web.js'), [], 'a web host loads one file');
  });

  it('load one file for activation, and one more for the first document', () => {
    assert.deepEqual([...withParts('extension.js')], ['extension.js']);
    assert.deepEqual([...withParts('parts/document.js')], ['parts/document.js']);
  });

  it('have the table of named characters where it is looked for', () => {
    for (const name of ['document', 'inline'])
      assert.ok(named(`parts/${name}.js`).includes('parts/entities.js'));
    const { decodeHTMLStrict } = require(path.join(OUT, 'parts', 'entities.js'));
    assert.equal(decodeHTMLStrict('&mdash;&nosuch;'), '—&nosuch;');
  });

  it('have what reads titles where it is looked for', () => {
    const { inlineParts } = require(path.join(OUT, 'parts', 'inline.js'));
    assert.deepEqual(
      inlineParts('*R*&amp;D')
        .map(({ text }: { text: string }) => text)
        .join(''),
      'R&D',
    );
    assert.ok(named('parts/document.js').includes('parts/inline.js'));
  });

  it('hold no help of rules, which is for their page', () => {
    for (const name of ['engine.js', 'web.js', 'mcp.js']) {
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
      '!dist/common.js',
      '!dist/engine.js',
      '!dist/templates.bin',
      '!dist/mcp.js',
    ]);
  });
});
