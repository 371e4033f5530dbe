// `node scripts/build.mjs [--out DIR] [BUNDLE…]`: makes the bundles, or those that are named.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { define, withBuildName } from './buildName.mjs';
import { programInParts } from './cliParts.mjs';
import { toCommonJs } from './commonJs.mjs';
import { extensionInParts } from './extensionParts.mjs';
import { lateEntities, withoutLinkify } from './markdownIt.mjs';
import { noticesOf } from './notices.mjs';

const ROOT = path.resolve(fileURLToPath(import.meta.url), '..', '..');
const OUT = path.join(ROOT, 'dist');

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

const notices = noticesOf(ROOT);

const COMMON = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  // Those that it would put off otherwise would be made at every use.
  supported: { 'regexp-unicode-property-escapes': true },
  // The newest form of a dependency is the one that can be shaken.
  mainFields: ['module', 'main'],
  plugins: [withoutHelp, withoutLinkify, lateEntities(), notices.plugin],
  logLevel: 'warning',
};
const NODE = { ...COMMON, platform: 'node', target: 'node20' };
/** What is made in parts has the table of named characters in a file of its own. */
const IN_PARTS = { ...NODE, plugins: [withoutHelp, withoutLinkify, notices.plugin] };

/** Every bundle: it writes itself into a folder. */
const BUNDLES = {
  extension: (out) => extensionInParts(ROOT, out, IN_PARTS),
  // A web worker host loads one file, and cannot load another.
  web: async (out) => {
    const built = await build({
      ...COMMON,
      define,
      platform: 'browser',
      target: 'es2022',
      format: 'esm',
      external: ['vscode'],
      entryPoints: ['src/vscode/web.ts'],
      outfile: path.join(out, 'web.js'),
      write: false,
    });
    mkdirSync(out, { recursive: true });
    for (const [file, code] of withBuildName(toCommonJs(built))) writeFileSync(file, code);
  },
  // And the MCP server, which lies beside it.
  cli: async (out) => {
    await programInParts(ROOT, out, IN_PARTS);
    await readTemplates(path.join(out, 'templates.json'));
  },
};

/** Reads the bundled templates with the core itself, and writes what src/node/readyTemplates.ts reads. */
async function readTemplates(file) {
  const { outputFiles } = await build({
    ...NODE,
    format: 'cjs',
    stdin: {
      contents: "export * from './src/core/template/template.ts'; export * from './src/node/flat.ts';",
      resolveDir: ROOT,
    },
    write: false,
  });
  const core = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(core, core.exports, createRequire(file));
  const folder = path.join(ROOT, 'media', 'templates');
  const ready = readdirSync(folder).map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return { name, text, template: core.exports.readTemplate(text, name) };
  });
  writeFileSync(file, JSON.stringify(core.exports.flatten(ready)));
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
  notices.write(out);
  // Node reads the nearest one to learn of which kind a file is, and the extension's manifest is long.
  writeFileSync(path.join(out, 'package.json'), '{"type":"commonjs"}\n');
}

await main(process.argv.slice(2));
