/** The extension for the Node host: `extension.js`, which activation loads, and parts loaded when asked for. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { define, withBuildName } from './buildName.mjs';
import { toCommonJs } from './commonJs.mjs';
import { inParts, lateParts } from './parts.mjs';

const DOCUMENT = ['document'];
const SHOWN = ['document', 'features'];

const PARTS = {
  document: { files: ['src/vscode/nodeStart.ts'], after: [] },
  features: { files: ['src/vscode/features.ts'], after: DOCUMENT },
  commands: { files: ['src/vscode/commands/index.ts'], after: SHOWN },
  tools: { files: ['src/vscode/languageModelTools.ts'], after: SHOWN },
  config: { files: ['src/core/config/readConfig.ts'], after: DOCUMENT },
  terminal: { files: ['src/vscode/terminal.ts'], after: DOCUMENT },
};
const RARE = {
  template: { files: ['src/core/template/template.ts'], after: DOCUMENT },
  scaffold: { files: ['src/core/template/scaffold.ts'], after: DOCUMENT },
  header: { files: ['src/core/edits/header.ts'], after: DOCUMENT },
  fix: { files: ['src/core/fix/fixText.ts'], after: DOCUMENT },
  toml: { files: ['src/core/document/toml.ts'], after: DOCUMENT },
  editing: { files: ['src/core/document/incremental.ts'], after: DOCUMENT },
  starting: { files: ['src/core/plan/start.ts'], after: DOCUMENT },
};

/** Makes all of it in a folder. `options` are what every bundle for Node is made with. */
export async function extensionInParts(root, out, options) {
  const folder = path.join(out, 'parts');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const activation = await build({
    ...options,
    define,
    format: 'esm',
    external: ['vscode'],
    entryPoints: ['src/vscode/extension.ts'],
    outfile: path.join(out, 'extension.js'),
    write: false,
    plugins: [...options.plugins, lateParts(root, PARTS, './parts/')],
  });
  const parts = await inParts(root, folder, { parts: PARTS, rare: RARE }, { ...options, define });
  const files = new Map([...toCommonJs(activation), ...parts]);
  for (const [file, code] of withBuildName(files)) writeFileSync(file, code);
}
