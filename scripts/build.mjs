// `node scripts/build.mjs [--out DIR] [BUNDLE…]`: makes the bundles, or those that are named.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { build, transform } from 'esbuild';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '..', '..');
const OUT = path.join(ROOT, 'dist');
/** Where parts lie that a bundle loads when they are asked for. */
const PARTS = 'parts';
/** The table of named characters as a part, seen from the others. */
const ENTITIES = './entities.js';

/**
 * What a rule tells people about itself is for docs/rules.md, which is made from the sources; the bundles show its
 * summary, and link to that page.
 */
const withoutHelp = {
  name: 'without-help',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]core[\\/]rules[\\/][a-z]+-[a-z-]+\.ts$/ }, ({ path: file }) => {
      const [before, after, ...more] = readFileSync(file, 'utf8').split(/^ {2}help: `(?:[^`\\]|\\.)*`,$/m);
      if (after === undefined || more.length > 0)
        return { errors: [{ text: `${file} has not one help text.` }] };
      return { contents: `${before}  help: '',${after}`, loader: 'ts' };
    });
  },
};

/**
 * markdown-it makes a finder of addresses at its start and asks it only where `linkify` is on, which it never is here:
 * what looks like an address is no link in CommonMark. Whoever turns it on meets a method that is missing.
 */
const withoutLinkify = standIn('linkify-it', () => 'export class LinkifyIt {}');

/**
 * The table of 2,231 named characters is unpacked when a text has the first `&name;` to look up, not at the start.
 * `from` is the file that has it, where it does not lie in the bundle.
 */
const lateEntities = (from = 'entities/decode') =>
  standIn(
    'entities',
    () => `export const decodeHTMLStrict = (text) => require('${from}').decodeHTMLStrict(text);`,
  );

/** Puts a module in front of, or in place of, one that a dependency imports. */
function standIn(name, contents) {
  return {
    name: `stand-in for ${name}`,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ path: wanted, resolveDir }) => ({
        path: wanted,
        namespace: `stand-in-${name}`,
        pluginData: resolveDir,
      }));
      onLoad({ filter: /.*/, namespace: `stand-in-${name}` }, ({ pluginData: resolveDir }) => ({
        contents: contents(),
        resolveDir,
      }));
    },
  };
}

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  // The newest form of a dependency is the one that can be shaken.
  mainFields: ['module', 'main'],
  plugins: [withoutHelp, withoutLinkify, lateEntities()],
  logLevel: 'warning',
};
const NODE = { ...COMMON, platform: 'node', target: 'node20' };

/** Every bundle: it writes itself into a folder. */
const BUNDLES = {
  extension: (out) => inParts('src/vscode/extension.ts', out),
  // A web worker host loads one file, and cannot load another.
  web: (out) =>
    build({
      ...COMMON,
      platform: 'browser',
      target: 'es2022',
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['src/vscode/web.ts'],
      outfile: path.join(out, 'web.js'),
    }),
  cli: async (out) => {
    await build({
      ...NODE,
      format: 'cjs',
      banner: { js: '#!/usr/bin/env node' },
      entryPoints: ['src/cli/main.ts'],
      external: ['./program.js'],
      outfile: path.join(out, 'cli.js'),
    });
    await build({
      ...NODE,
      format: 'cjs',
      entryPoints: ['src/cli/program.ts'],
      outfile: path.join(out, 'program.js'),
    });
    await readTemplates(path.join(out, 'templates.bin'));
  },
  mcp: (out) =>
    build({ ...NODE, format: 'cjs', entryPoints: ['src/mcp/main.ts'], outfile: path.join(out, 'mcp.js') }),
};

/**
 * A bundle that loads parts of itself when they are asked for. esbuild splits only modules of the newer kind, and the
 * Node extension host loads only those of the older one: the parts are made first, then each is turned.
 */
async function inParts(entry, out) {
  rmSync(path.join(out, PARTS), { recursive: true, force: true });
  const { outputFiles } = await build({
    ...NODE,
    format: 'esm',
    splitting: true,
    external: ['vscode', ENTITIES],
    entryPoints: [entry],
    plugins: [withoutHelp, withoutLinkify, lateEntities(ENTITIES)],
    outdir: out,
    chunkNames: `${PARTS}/[name]-[hash]`,
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported: { 'dynamic-import': false },
    });
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code);
  }
  await build({
    ...NODE,
    format: 'cjs',
    stdin: { contents: "export { decodeHTMLStrict } from 'entities/decode';", resolveDir: markdownIt() },
    outfile: path.join(out, PARTS, ENTITIES),
  });
}

/** Reads the bundled templates with the core itself, and writes what src/node/readyTemplates.ts reads. */
async function readTemplates(file) {
  const { outputFiles } = await build({
    ...NODE,
    format: 'cjs',
    entryPoints: ['src/core/template.ts'],
    write: false,
  });
  const core = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(core, core.exports, createRequire(file));
  const folder = path.join(ROOT, 'media', 'templates');
  const ready = readdirSync(folder).map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, template: core.exports.readTemplate(text, name) };
  });
  writeFileSync(file, serialize(ready));
}

/** The folder that markdown-it's own dependencies are found from. */
function markdownIt() {
  return path.dirname(createRequire(import.meta.url).resolve('markdown-it'));
}

async function main(words) {
  const at = words.indexOf('--out');
  const out = at < 0 ? OUT : path.resolve(words[at + 1]);
  const named = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = named.find((name) => !(name in BUNDLES));
  if (unknown !== undefined)
    throw new Error(`No bundle "${unknown}". There are: ${Object.keys(BUNDLES).join(', ')}.`);
  for (const [name, make] of Object.entries(BUNDLES)) {
    if (named.length === 0 || named.includes(name)) await make(out);
  }
}

await main(process.argv.slice(2));
