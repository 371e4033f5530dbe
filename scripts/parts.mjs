/**
 * The extension for the Node host: `extension.js`, which activation loads, and parts that are loaded when they are asked
 * for. What parts have in common lies in the earliest of them, so that the earliest are one file each.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { toCommonJs } from './commonJs.mjs';
import { blocksOnly, lateEntities, markdownItFolder } from './markdownIt.mjs';

/** What the sources import late, by the name of its file. */
const PARTS = {
  document: 'src/vscode/nodeStart.ts',
  features: 'src/vscode/features.ts',
  commands: 'src/vscode/commands/index.ts',
  tools: 'src/vscode/languageModelTools.ts',
  config: 'src/core/readConfig.ts',
  terminal: 'src/vscode/terminal.ts',
};
/** No other is loaded before the first, and none of the later ones before the second. */
const FIRST = 'document';
const SECOND = 'features';
const LATER = ['commands', 'tools'];
/** What few answers need, in the middle of them: the sources import it as usual, and the first that calls it loads it. */
const RARE = {
  template: 'src/core/template.ts',
  scaffold: 'src/core/scaffold.ts',
  header: 'src/core/header.ts',
  fix: 'src/core/fix.ts',
  editing: 'src/core/incremental.ts',
  starting: 'src/core/plan/start.ts',
};
/** The same, where it shares nothing with the rest: these bring all of markdown-it, and its table of named characters. */
const INLINE = { inline: 'src/core/inlineMarkdown.ts' };
const ENTITIES = './entities.js';
const ITSELF = '?itself';

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
    external: ['vscode', ...Object.keys({ ...RARE, ...INLINE }).map((name) => `./${name}.js`), ENTITIES],
    entryPoints: Object.fromEntries(Object.keys({ ...PARTS, ...RARE }).map((name) => [name, `part:${name}`])),
    outdir: folder,
    plugins: [
      ...plugins,
      partEntries(root),
      lateParts(root, './'),
      rareFiles(root),
      lateEntities(ENTITIES),
      blocksOnly,
    ],
  });
  const files = [FIRST, SECOND].reduce((all, name) => inOneFile(folder, name, all), toCommonJs(parts));
  for (const [file, code] of files) writeFileSync(file, code);
  const atOnce = { ...options, format: 'cjs' };
  await build({
    ...atOnce,
    entryPoints: INLINE,
    external: [ENTITIES],
    outdir: folder,
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

/** Whatever a part uses, it has all of an earlier one in common with it: so no piece of that one is cut off. */
function partEntries(root) {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path: name }) => ({
        path: name.slice('part:'.length),
        namespace: 'part',
      }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path: name }) => ({
        contents: [
          ...[FIRST, ...(LATER.includes(name) ? [SECOND] : [])].map(
            (earlier) => `import './${PARTS[earlier]}';`,
          ),
          `export * from './${PARTS[name] ?? RARE[name] + ITSELF}';`,
        ].join('\n'),
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

/** Puts functions in the place of those of a rare file, which load it; `ITSELF` after its name is the file. */
function rareFiles(root) {
  const names = new Map(
    Object.entries({ ...RARE, ...INLINE }).map(([name, file]) => [path.join(root, file), name]),
  );
  return {
    name: 'rare files',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?itself$/ }, ({ path: wanted, resolveDir }) => ({
        path: path.join(resolveDir, wanted.slice(0, -ITSELF.length)),
        suffix: ITSELF,
      }));
      onLoad({ filter: /[\\/]src[\\/]core[\\/]/ }, ({ path: file, suffix }) => {
        const name = names.get(file);
        if (name === undefined || suffix === ITSELF) return undefined;
        const functions = [...readFileSync(file, 'utf8').matchAll(/^export function (\w+)/gm)];
        const calls = functions.map(
          ([, own]) => `export const ${own} = (...given) => require('./${name}.js').${own}(...given);`,
        );
        return { contents: calls.join('\n') };
      });
    },
  };
}

/** An early part is an entry and a piece that other parts have in common with it: one file is faster to load than two. */
function inOneFile(folder, name, files) {
  const file = path.join(folder, `${name}.js`);
  const entry =
    /^"use strict";const\{([\w$]+):([\w$]+)\}=require\("\.\/([^"]+)"\);module\.exports=\{([\w$]+):\2\};\s*$/;
  const match = entry.exec(files.get(file));
  if (!match) throw new Error(`${name}.js is more than an entry: ${files.get(file).slice(0, 500)}`);
  const [, short, , piece, long] = match;
  const code = `${files.get(path.join(folder, piece))}module.exports.${long}=module.exports.${short};`;
  return new Map(
    [...files, [file, code]]
      .filter(([other]) => other !== path.join(folder, piece))
      .map(([other, text]) => [other, text.replaceAll(`"./${piece}"`, `"./${name}.js"`)]),
  );
}
