/** What is measured in a real VS Code: an edit until diagnostics are told, a tick until the tree says so. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../fixture';
import { makeDocument } from './documents';
import type { Measured } from './measure';
import { summary } from './measure';
import { measureTicking } from './ticking';

const LINES = 10_000;

/** Edits in a real extension host. */
export function measureTyping(scratch: string): Map<string, Measured> {
  const folder = path.join(scratch, 'typing');
  const docs = path.join(folder, 'docs', 'design_docs');
  mkdirSync(docs, { recursive: true });
  const text = `${makeDocument({ lines: LINES - 3 })}\n## Bench\n\nx\n`;
  writeFileSync(path.join(docs, '0001-long.md'), text);
  writeFileSync(path.join(folder, 'README.md'), text);
  const suite = path.join(scratch, 'typing.js');
  buildSync({
    entryPoints: [path.join(root, 'test', 'bench', 'typing.ts')],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const runner = path.join(root, 'out', 'test', 'harness', 'run-host.js');
  const words = [runner, 'node', '--tests', suite, '--folder', folder];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Measuring in the editor failed: ${stderr}`);
  return summaries(JSON.parse(readFileSync(`${suite}.json`, 'utf8')));
}

/** Ticks in the window of a real VS Code, which has the packaged extension. */
export async function measureTicks(scratch: string): Promise<Map<string, Measured>> {
  return summaries(await measureTicking(path.join(scratch, 'ticking')));
}

function summaries(times: Readonly<Record<string, readonly number[]>>): Map<string, Measured> {
  return new Map(Object.entries(times).map(([name, own]) => [name, summary(own)]));
}
