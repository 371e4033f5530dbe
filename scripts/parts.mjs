/**
 * A program for Node in parts, each a file that is loaded when it is asked for. What parts have in common lies in the
 * earliest of them, so that the earliest are one file each. Every part may ask for the table of named characters, which
 * lies in a file of its own.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { toCommonJs } from './commonJs.mjs';
import { lateEntities, markdownItFolder } from './markdownIt.mjs';

const ENTITIES = './entities.js';
const ITSELF = '?itself';

/**
 * The files of a program, as texts by their paths in `folder`.
 *
 * `parts` has, by the names of parts, the files of the sources that are imported late and lie in them, and the parts
 * that are loaded before, whatever happens. `rare` has the same for what few answers need, in the middle of them: one
 * file, which the sources import as usual, and the first that calls it loads it. `options` are what every bundle for
 * Node is made with.
 */
export async function inParts(root, folder, { parts, rare }, { plugins, ...options }) {
  const all = { ...parts, ...rare };
  const built = await build({
    ...options,
    format: 'esm',
    splitting: true,
    external: ['vscode', ...Object.keys(rare).map((name) => `./${name}.js`), ENTITIES],
    entryPoints: Object.fromEntries(Object.keys(all).map((name) => [name, `part:${name}`])),
    outdir: folder,
    write: false,
    plugins: [
      ...plugins,
      partEntries(root, all, rare),
      lateParts(root, parts, './'),
      rareFiles(root, filesOf(rare)),
      lateEntities(ENTITIES),
    ],
  });
  const early = new Set(Object.values(all).flatMap(({ after }) => after));
  const files = [...early].reduce((made, name) => inOneFile(folder, name, made), toCommonJs(built));
  const atOnce = { ...options, format: 'cjs', outdir: folder, write: false };
  const entities = await build({
    ...atOnce,
    stdin: {
      contents: "export { decodeHTMLStrict } from 'entities/decode';",
      resolveDir: markdownItFolder(),
    },
    outdir: undefined,
    outfile: path.join(folder, ENTITIES),
  });
  for (const { path: file, text } of entities.outputFiles) files.set(file, text);
  return files;
}

/** Turns what is imported late into a part, seen from a file that finds parts in `folder`. */
export function lateParts(root, parts, folder) {
  const names = new Map(
    Object.entries(parts).flatMap(([name, { files }]) => files.map((file) => [path.join(root, file), name])),
  );
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

function filesOf(rare) {
  return Object.fromEntries(Object.entries(rare).map(([name, { files }]) => [name, files[0]]));
}

/** Whatever a part uses, it has all of an earlier one in common with it: so no piece of that one is cut off. */
function partEntries(root, all, rare) {
  return {
    name: 'parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^part:/ }, ({ path: name }) => ({
        path: name.slice('part:'.length),
        namespace: 'part',
      }));
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path: name }) => {
        const { files, after } = all[name];
        const earlier = after.flatMap((one) => all[one].files).map((file) => `import './${file}';`);
        const own = files.map((file) => `export * from './${file}${name in rare ? ITSELF : ''}';`);
        return { contents: [...earlier, ...own].join('\n'), resolveDir: root };
      });
    },
  };
}

/** Puts functions in the place of those of a rare file, which load it; `ITSELF` after its name is the file. */
function rareFiles(root, rare) {
  const names = new Map(Object.entries(rare).map(([name, file]) => [path.join(root, file), name]));
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

/** An early part is an entry and a piece that others have in common with it: one file is faster to load than two. */
function inOneFile(folder, name, files) {
  const file = path.join(folder, `${name}.js`);
  const entry = /^"use strict";const\{([^{}]*)\}=require\("\.\/([^"]+)"\);module\.exports=\{([^{}]*)\};\s*$/;
  const match = entry.exec(files.get(file));
  if (!match) throw new Error(`${name}.js is more than an entry: ${files.get(file).slice(0, 500)}`);
  const [, asked, piece, given] = match;
  const short = new Map(pairs(asked).map(([theirs, ours = theirs]) => [ours, theirs]));
  const own = pairs(given).map(([long, ours = long]) => `${long}:module.exports.${short.get(ours)}`);
  const code = `${files.get(path.join(folder, piece))}Object.assign(module.exports,{${own}});`;
  return new Map(
    [...files, [file, code]]
      .filter(([other]) => other !== path.join(folder, piece))
      .map(([other, text]) => [other, text.replaceAll(`"./${piece}"`, `"./${name}.js"`)]),
  );
}

/** `a:b,c` as pairs of names. */
function pairs(names) {
  return names.split(',').map((name) => name.split(':'));
}
