/**
 * The command line: `cli.js`, which loads the rest, `program.js`, which is enough for a folder in which nothing is new, `engine.js`, which checks documents,
 * and `commands.js`, which has all other commands.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inParts } from './parts.mjs';

const LATE = ['fix', 'new', 'plan', 'next', 'start', 'tick', 'ready', 'template', 'mcp'];
const PARTS = {
  program: { files: ['src/cli/program.ts'], after: [] },
  engine: {
    files: ['src/node/examine.ts', 'src/core/json/summary.ts', 'src/core/readConfig.ts'],
    after: ['program'],
  },
  commands: { files: LATE.map((name) => `src/cli/commands/${name}.ts`), after: ['program', 'engine'] },
};
/** Stands in the sources for the name of the build, which is made of what the build has made. */
const NAME = '@build@';

/** Makes all of it in a folder. `options` are what every bundle for Node is made with. */
export async function programInParts(root, out, options) {
  const define = { BUILD: JSON.stringify(NAME) };
  const parts = await inParts(root, out, { parts: PARTS, rare: {} }, { ...options, define });
  const loader = await build({
    ...options,
    define,
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    entryPoints: ['src/cli/main.ts'],
    external: ['./program.js'],
    outfile: path.join(out, 'cli.js'),
    write: false,
  });
  const files = [...parts, ...loader.outputFiles.map(({ path: file, text }) => [file, text])];
  const name = createHash('sha256').update(files.join()).digest('hex').slice(0, 32);
  mkdirSync(out, { recursive: true });
  for (const [file, code] of files) writeFileSync(file, code.replaceAll(NAME, name));
}
