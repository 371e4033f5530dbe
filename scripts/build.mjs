// `node scripts/build.mjs [--watch] [--out DIR]` builds the bundles. `--watch` builds them unminified with source maps,
// and rebuilds them after each change.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { writeNotices } from './notices.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '..', '..');
const { values } = parseArgs({ options: { watch: { type: 'boolean' }, out: { type: 'string' } } });
const watch = values.watch ?? false;
const out = path.resolve(values.out ?? path.join(ROOT, 'dist'));

/** A hash of the sources and the dependencies' versions. */
function buildName() {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true }).filter((name) =>
    /\.(?:ts|json)$/.test(name),
  );
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...sources.sort().map((name) => path.join('src', name))])
    hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 32);
}

const COMMON = {
  absWorkingDir: ROOT,
  outdir: out,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  // A development build has no name: its sources change while it runs.
  define: { BUILD: watch ? 'undefined' : JSON.stringify(buildName()) },
  // ES modules can be tree-shaken.
  mainFields: ['module', 'main'],
  // Both targets support them; otherwise esbuild emits code that compiles such a pattern at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  logLevel: watch ? 'info' : 'warning',
};
const NODE = {
  ...COMMON,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  define: { ...COMMON.define, __dirname: 'import.meta.dirname' },
  // Its Node build is CommonJS and calls `require` for Node's modules, which an ES module cannot.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};

/** Defines `require` in an ES module. */
const REQUIRE =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

const BUNDLES = [
  {
    ...NODE,
    entryPoints: ['src/vscode/extension.ts'],
    external: ['vscode'],
    // VS Code loads `.mjs` as an ES module, whatever package.json says.
    outExtension: { '.js': '.mjs' },
    chunkNames: 'extension/[name]-[hash]',
  },
  {
    ...NODE,
    entryPoints: { cli: 'src/cli/main.ts' },
    chunkNames: 'cli/[name]-[hash]',
    // The packages of the language server are CommonJS, and call `require` for Node's modules.
    banner: { js: REQUIRE },
  },
  // A web worker host loads one CommonJS file.
  {
    ...COMMON,
    entryPoints: ['src/vscode/web.ts'],
    external: ['vscode'],
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
  },
  // A page in a webview loads one script and one style sheet.
  {
    ...COMMON,
    entryPoints: [
      { in: 'src/webview/progress.ts', out: 'webview/progress' },
      { in: 'src/webview/progress.css', out: 'webview/progress' },
    ],
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
];

mkdirSync(out, { recursive: true });
for (const chunks of ['extension', 'cli']) rmSync(path.join(out, chunks), { recursive: true, force: true });
// Makes Node load the command line as ES modules; VS Code reads only the extension's own manifest.
writeFileSync(path.join(out, 'package.json'), '{"type":"module"}\n');
if (watch) {
  const contexts = await Promise.all(BUNDLES.map((bundle) => context(bundle)));
  // Complete the first build of every bundle before watching, so that the first "build finished" means that all exist.
  await Promise.allSettled(contexts.map((bundle) => bundle.rebuild()));
  for (const bundle of contexts) await bundle.watch();
} else {
  const built = await Promise.all(BUNDLES.map((bundle) => build(bundle)));
  writeNotices(ROOT, out, built);
}
