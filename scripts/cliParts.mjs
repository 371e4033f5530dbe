/**
 * The command line: `cli.js`, which loads the rest, `program.js`, which is enough for a folder in which nothing is new,
 * `engine.js`, which checks documents, and `commands.js`, which has all other commands. The MCP server, `mcp.js`, is a
 * bundle of its own; it is of the same build, for both remember the same documents.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { define, withBuildName } from './buildName.mjs';
import { lateEntities } from './markdownIt.mjs';
import { inParts } from './parts.mjs';

const LATE = ['fix', 'new', 'plan', 'next', 'start', 'tick', 'ready', 'template', 'mcp'];
const PARTS = {
  program: { files: ['src/cli/program.ts'], after: [] },
  engine: {
    files: ['src/node/examine.ts', 'src/core/json/summary.ts', 'src/core/config/readConfig.ts'],
    after: ['program'],
  },
  commands: { files: LATE.map((name) => `src/cli/commands/${name}.ts`), after: ['program', 'engine'] },
};
/** Few documents are in TOML, and few answers write a header: that takes a parser of YAML. */
const RARE = {
  header: { files: ['src/core/edits/header.ts'], after: ['program', 'engine'] },
  toml: { files: ['src/core/document/toml.ts'], after: ['program', 'engine'] },
};

/** Makes all of it in a folder. `options` are what every bundle for Node is made with. */
export async function programInParts(root, out, options) {
  const files = await inParts(root, out, { parts: PARTS, rare: RARE }, { ...options, define });
  const alone = { ...options, define, format: 'cjs', outdir: out, write: false };
  const loader = await build({
    ...alone,
    banner: { js: '#!/usr/bin/env node' },
    entryPoints: { cli: 'src/cli/main.ts' },
    external: ['./program.js'],
  });
  const server = await build({
    ...alone,
    entryPoints: { mcp: 'src/mcp/main.ts' },
    plugins: [...options.plugins, lateEntities()],
  });
  for (const { path: file, text } of [...loader.outputFiles, ...server.outputFiles]) files.set(file, text);
  mkdirSync(out, { recursive: true });
  for (const [file, code] of withBuildName(files)) writeFileSync(file, code);
}
