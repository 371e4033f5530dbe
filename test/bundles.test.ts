/** What the bundles weigh, and what is shipped. Sizes are no timings: they are the same on every machine. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readRepo, root } from './fixture';

const OUT = path.join(root, 'out', 'test', 'bundles');

/** In bytes; a bundle that outgrows its budget loads what it need not, or the budget is to be argued about. */
const BUDGETS = {
  activation: 7_200,
  // Header fields are read in many shapes, and links by the inline parser; what writes headers is loaded later.
  firstDocument: 235_000,
  features: 64_000,
  // A web worker host loads one file: the parser of YAML, a quarter of it, cannot wait until a header is written.
  web: 560_000,
  cliAtOnce: 42_000,
  cliDocument: 275_000,
  cli: 335_000,
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
      cliAtOnce: size(['cli.js', ...withParts('program.js')]),
      cliDocument: size(['cli.js', ...withParts('engine.js')]),
      cli: size(['cli.js', ...withParts('commands.js')]),
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
    const program = ['program.js', 'engine.js', 'commands.js', 'header.js', 'toml.js', 'entities.js'];
    assert.deepEqual(
      program.flatMap(named).filter((name) => !program.includes(name)),
      [],
    );
  });

  it('load one file at the start, and one more for the first document', () => {
    assert.deepEqual([...withParts('extension.js')], ['extension.js']);
    assert.deepEqual([...withParts('parts/document.js')], ['parts/document.js']);
    assert.deepEqual([...withParts('program.js')], ['program.js']);
    assert.deepEqual([...withParts('engine.js')], ['engine.js', 'program.js']);
  });

  it('have the table of named characters where it is looked for', () => {
    for (const file of ['parts/document.js', 'engine.js']) {
      const [entities, ...more] = named(file).filter((name) => name.endsWith('entities.js'));
      assert.ok(entities !== undefined && more.length === 0, file);
      const { decodeHTMLStrict } = require(path.join(OUT, entities));
      assert.equal(decodeHTMLStrict('&mdash;&nosuch;'), '—&nosuch;', file);
    }
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
      '!dist/engine.js',
      '!dist/commands.js',
      '!dist/header.js',
      '!dist/toml.js',
      '!dist/entities.js',
      '!dist/package.json',
      '!dist/THIRD-PARTY-NOTICES.txt',
      '!dist/templates.json',
      '!dist/mcp.js',
    ]);
  });
});
