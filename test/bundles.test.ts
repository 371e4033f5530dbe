/** What the bundles load and weigh, and what is shipped. Sizes are no timings: they are the same on every machine. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, PackageManager } from '@vscode/vsce';
import { build } from 'esbuild';
import { folderWith } from './cli/program';
import { readRepo, root } from './fixture';

const SCRIPT = path.join(root, 'scripts', 'build.mjs');
const OUT = path.join(root, 'out', 'test', 'bundles');

/** In kB, each with room for about a third more than there was when it was written. */
const BUDGETS = { activation: 20, extension: 1000, web: 1000, check: 900 };

interface Loads {
  readonly path: string;
  readonly kind: string;
}

/** What each file of the bundles loads, as esbuild reads it. */
async function readLoads(): Promise<ReadonlyMap<string, readonly Loads[]>> {
  const { metafile } = await build({
    absWorkingDir: OUT,
    entryPoints: ['extension.mjs', 'web.js', 'cli.js'],
    bundle: true,
    write: false,
    outdir: 'none',
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    metafile: true,
    logLevel: 'error',
  });
  return new Map(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports]));
}

/** The files that a process loads, as V8 counts them. */
function loadedBy(...words: string[]): string[] {
  const counts = mkdtempSync(path.join(tmpdir(), 'design-docs-loaded-'));
  const env = { ...process.env, NODE_V8_COVERAGE: counts };
  const { status, stderr } = spawnSync(process.execPath, [path.join(OUT, 'cli.js'), ...words], {
    cwd: folderWith({ 'docs/design_docs/a.md': '# Design: A\n\n## Summary\n\nA.\n' }),
    env,
    input: '',
    encoding: 'utf8',
  });
  assert.ok(status === 0 || status === 1, stderr);
  const urls = readdirSync(counts).flatMap((name) => {
    const { result }: { result: { url: string }[] } = JSON.parse(
      readFileSync(path.join(counts, name), 'utf8'),
    );
    return result.map(({ url }) => url);
  });
  rmSync(counts, { recursive: true });
  return urls.filter((url) => url.startsWith('file:')).map((url) => path.relative(OUT, fileURLToPath(url)));
}

const textOf = (file: string): string => readFileSync(path.join(OUT, file), 'utf8');
const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + Buffer.byteLength(textOf(file)), 0) / 1000;
/** A word that each server alone has, by its command. */
const SERVERS = { mcp: 'ZodError', lsp: 'textDocument/publishDiagnostics' };

describe('the bundles', () => {
  let loads: ReadonlyMap<string, readonly Loads[]>;
  /** A file and all that it loads at once. */
  const withLoaded = (file: string, found = new Set<string>()): Set<string> => {
    if (found.has(file)) return found;
    found.add(file);
    for (const { path: other, kind } of loads.get(file) ?? [])
      if (kind === 'import-statement' && loads.has(other)) withLoaded(other, found);
    return found;
  };

  before(async () => {
    rmSync(OUT, { recursive: true, force: true });
    const { stderr, status } = spawnSync(process.execPath, [SCRIPT, '--out', OUT], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    loads = await readLoads();
  });

  it('keep their budgets', () => {
    const extension = readdirSync(path.join(OUT, 'extension')).map((name) => `extension/${name}`);
    const sizes = {
      activation: kilobytes(withLoaded('extension.mjs')),
      extension: kilobytes(['extension.mjs', ...extension]),
      web: kilobytes(['web.js']),
      check: kilobytes(loadedBy('check')),
    };
    for (const [name, most] of Object.entries(BUDGETS)) {
      const size = sizes[name as keyof typeof sizes];
      assert.ok(
        size <= most,
        `${name} loads ${size} kB, the budget is ${most}. See what the last change imports; if it has to, raise BUDGETS.`,
      );
    }
  });

  it('load nothing for activation that reads documents', () => {
    assert.ok(loads.get('extension.mjs')?.some(({ kind }) => kind === 'dynamic-import'));
    for (const file of withLoaded('extension.mjs')) assert.ok(!textOf(file).includes('html_block'), file);
    assert.ok(textOf('web.js').includes('html_block'), 'markdown-it has another name for it');
  });

  it('have one file for the web worker host, which requires the editor alone', () => {
    assert.deepEqual([...new Set(loads.get('web.js')?.map(({ path: name }) => name))], ['vscode']);
  });

  it('load each server for its command only', () => {
    const extension = [...loads.keys()].filter((file) => file.startsWith('extension'));
    for (const [command, word] of Object.entries(SERVERS)) {
      const hasServer = (file: string): boolean => textOf(file).includes(word);
      for (const other of ['check', ...Object.keys(SERVERS)])
        assert.equal(
          loadedBy(other).filter(hasServer).length,
          other === command ? 1 : 0,
          `${other} ${command}`,
        );
      assert.deepEqual(extension.filter(hasServer), []);
    }
  });

  it('have the same name for the build', () => {
    const names = (part: string): string[] =>
      [...loads.keys()]
        .filter((file) => file.startsWith(part))
        .flatMap((file) => textOf(file).match(/"[0-9a-f]{32}"/g) ?? []);
    const [name, ...others] = names('extension');
    assert.ok(name !== undefined && others.length === 0);
    for (const part of ['cli', 'web']) assert.deepEqual(names(part), [name], part);
  });

  it('are shipped without source maps and sources', async () => {
    const shipped = [
      'cli.js',
      'cli/a.js',
      'extension.mjs',
      'extension/a.mjs',
      'package.json',
      'web.js',
      'webview/progress.css',
      'webview/progress.js',
    ];
    const files = [
      ...shipped.flatMap((name) => [`dist/${name}`, `dist/${name}.map`]),
      ...['src/a.ts', 'out/src/a.js', 'scripts/a.mjs', 'test/a.ts', 'dist/parts/a.js'],
    ];
    const project = folderWith({
      ...Object.fromEntries(files.map((file) => [file, ''])),
      '.vscodeignore': readRepo('.vscodeignore'),
      'package.json': readRepo('package.json'),
    });
    const packed = await listFiles({ cwd: project, packageManager: PackageManager.None });
    assert.deepEqual(packed.sort(), [...shipped.map((name) => `dist/${name}`), 'package.json']);
  });

  it('lead back to the sources where they are made for debugging', async () => {
    const out = path.join(root, 'out', 'test', 'watched');
    rmSync(out, { recursive: true, force: true });
    const child = spawn(process.execPath, [SCRIPT, '--watch', '--out', out]);
    try {
      // It never ends by itself, and says when the bundles are there.
      for await (const said of child.stderr) if (/build finished/.test(String(said))) break;
    } finally {
      child.kill();
    }
    const maps = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.map'),
    );
    const sources = maps.flatMap((name) => {
      const map: { sources: string[] } = JSON.parse(readFileSync(path.join(out, name), 'utf8'));
      return map.sources.map((source) => path.resolve(out, path.dirname(name), source));
    });
    assert.deepEqual(
      sources.filter((source) => !source.includes('node_modules') && !existsSync(source)),
      [],
    );
    for (const entry of ['vscode/extension.ts', 'vscode/web.ts', 'cli/main.ts', 'core/analysis/analyze.ts'])
      assert.ok(sources.includes(path.join(root, 'src', entry)), entry);
  });
});
