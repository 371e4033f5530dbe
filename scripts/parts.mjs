/**
 * The extension for the Node host: `extension.js`, which activation loads, and parts that are loaded when they are asked
 * for. What parts have in common lies in the first of them, without which no other is loaded.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { toCommonJs } from './commonJs.mjs';
import { blocksOnly, lateEntities, markdownItFolder } from './markdownIt.mjs';

/** All that is loaded late, by the name of its file. */
const PARTS = {
  document: 'src/vscode/nodeStart.ts',
  features: 'src/vscode/features.ts',
  config: 'src/core/readConfig.ts',
  terminal: 'src/vscode/terminal.ts',
  commands: 'src/vscode/commands/index.ts',
  tools: 'src/vscode/languageModelTools.ts',
};
const [FIRST] = Object.keys(PARTS);
/** What is loaded late in the middle of an answer that nobody can wait for, seen from the other parts. */
const INLINE = './inline.js';
const ENTITIES = './entities.js';

/** Makes all of it in a folder. `options` are what every bundle for Node is made with. */
export async function extensionInParts(root, out, { plugins, ...options }) {
  const folder = path.join(out, 'parts');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const asModules = { ...options, format: 'esm', external: ['vscode'], write: false };
  const activation = await build({
    ...asModules,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: path.join(out, 'extension.js'),
    plugins: [...plugins, lateParts(root, './parts/')],
  });
  for (const [file, code] of toCommonJs(activation)) writeFileSync(file, code);
  const parts = await build({
    ...asModules,
    splitting: true,
    external: ['vscode', INLINE, ENTITIES],
    entryPoints: Object.fromEntries(Object.keys(PARTS).map((name) => [name, `part:${name}`])),
    outdir: folder,
    plugins: [
      ...plugins,
      partEntries(root),
      lateParts(root, './'),
      lateInline,
      lateEntities(ENTITIES),
      blocksOnly,
    ],
  });
  for (const [file, code] of firstInOneFile(folder, toCommonJs(parts))) writeFileSync(file, code);
  const atOnce = { ...options, format: 'cjs' };
  await build({
    ...atOnce,
    entryPoints: ['src/core/inlineMarkdown.ts'],
    external: [ENTITIES],
    outfile: path.join(folder, INLINE),
    plugins: [...plugins, lateEntities(ENTITIES)],
  });
  await build({
    ...atOnce,
    stdin: {
      contents: "export { decodeHTMLStrict } from 'entities/decode';",
      resolveDir: markdownItFolder(),
    },
    outfile: path.join(folder, ENTITIES),
  });
}

/** Each part has all of the first one in common with it, whatever it uses: so no piece of the first is cut off. */
function partEntries(root) {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path: name }) => ({
        path: name.slice('part:'.length),
        namespace: 'part',
      }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path: name }) => ({
        contents: `import './${PARTS[FIRST]}';\nexport * from './${PARTS[name]}';`,
        resolveDir: root,
      }));
    },
  };
}

/** What is imported late is a part, seen from a file that finds parts in `folder`. */
function lateParts(root, folder) {
  const names = new Map(Object.entries(PARTS).map(([name, file]) => [path.join(root, file), name]));
  return {
    name: 'late parts',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path: wanted, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = names.get(path.join(resolveDir, wanted).replace(/\.js$/, '.ts'));
        if (name === undefined) return { errors: [{ text: `${wanted} is imported late and is no part.` }] };
        return { path: `${folder}${name}.js`, external: true };
      });
    },
  };
}

/** Titles are shown when somebody looks; what reads them is loaded with the first that has signs in it. */
const lateInline = {
  name: 'late inline Markdown',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]core[\\/]inlineMarkdown\.ts$/ }, () => ({
      contents: `export const inlineParts = (source) => require('${INLINE}').inlineParts(source);`,
    }));
  },
};

/** The first part is an entry and a piece that all parts have in common: one file is faster to load than two. */
function firstInOneFile(folder, files) {
  const first = path.join(folder, `${FIRST}.js`);
  const entry =
    /^"use strict";const\{([\w$]+):([\w$]+)\}=require\("\.\/([^"]+)"\);module\.exports=\{([\w$]+):\2\};\s*$/;
  const match = entry.exec(files.get(first));
  if (!match) throw new Error(`${FIRST}.js is more than an entry: ${files.get(first).slice(0, 500)}`);
  const [, short, , piece, long] = match;
  const code = `${files.get(path.join(folder, piece))}module.exports.${long}=module.exports.${short};`;
  files.delete(path.join(folder, piece));
  files.set(first, code);
  return [...files].map(([file, text]) => [file, text.replaceAll(`"./${piece}"`, `"./${FIRST}.js"`)]);
}
