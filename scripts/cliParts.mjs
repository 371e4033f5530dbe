/**
 * The command line: `program.js`, which is enough for a folder in which nothing is new, `engine.js`, which has all that
 * is imported late, and `common.js`, which has what both need.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { toCommonJs } from './commonJs.mjs';

const ENGINE = './engine.js';
/** Stands in the sources for the name of the build, which is made of what the build has made. */
const NAME = '@build@';

/** Makes all of it in a folder. `options` are what every bundle for Node is made with. */
export async function programInParts(root, out, options) {
  const late = new Set();
  const common = {
    ...options,
    format: 'esm',
    splitting: true,
    chunkNames: 'common',
    define: { BUILD: JSON.stringify(NAME) },
    outdir: out,
    write: false,
  };
  const program = { program: 'src/cli/program.ts' };
  // Once to find out what is imported late, and once to make it.
  await build({ ...common, entryPoints: program, plugins: [...options.plugins, lateImports(late)] });
  const built = await build({
    ...common,
    entryPoints: { ...program, engine: 'engine' },
    plugins: [...options.plugins, lateImports(late), engine(root, late)],
  });
  const files = toCommonJs(built);
  const name = createHash('sha256')
    .update([...files.values()].join())
    .digest('hex')
    .slice(0, 32);
  mkdirSync(out, { recursive: true });
  for (const [file, code] of files) writeFileSync(file, code.replaceAll(NAME, name));
}

/** Turns every late import into one of the engine. */
function lateImports(late) {
  return {
    name: 'late imports',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path: wanted, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        late.add(path.join(resolveDir, wanted).replace(/\.js$/, '.ts'));
        return { path: ENGINE, external: true };
      });
    },
  };
}

/** The engine: all that is imported late. */
function engine(root, late) {
  return {
    name: 'engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^engine$/ }, () => ({ path: 'engine', namespace: 'engine' }));
      onLoad({ filter: /.*/, namespace: 'engine' }, () => ({
        contents: [...late]
          .sort()
          .map((file) => `export * from ${JSON.stringify(file)};`)
          .join('\n'),
        resolveDir: root,
      }));
    },
  };
}
