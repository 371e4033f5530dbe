/** What is measured in a real VS Code: an edit until its diagnostics arrive, a tick until the tree says so. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../fixture';
import { longPlan } from '../host/longPlan';
import { makeDocument } from './documents';
import type { Measured } from './measure';
import { summary } from './measure';
import { measureTicking } from './ticking';

const LINES = 10_000;
const DOCS = 'docs/design_docs';

/** Edits in a real extension host. */
export function measureTyping(scratch: string): Map<string, Measured> {
  const folder = path.join(scratch, 'typing');
  const docs = path.join(folder, DOCS);
  mkdirSync(docs, { recursive: true });
  const text = `${makeDocument({ lines: LINES - 3 })}\n## Bench\n\nx\n`;
  writeFileSync(path.join(docs, '0001-long.md'), text);
  writeFileSync(path.join(folder, 'README.md'), text);
  return summaries(JSON.parse(runInHost('typing', scratch, folder)));
}

/** Typing in a long plan in a real extension host, as a design doc and as a document that the configuration excludes. */
export function measureLongPlan(scratch: string): Map<string, Measured> {
  const configurations = { 'the extension': {}, 'VS Code alone': { exclude: [`${DOCS}/**`] } };
  const measured = Object.entries(configurations).map(([name, configuration]) => {
    const folder = path.join(scratch, name);
    mkdirSync(path.join(folder, DOCS), { recursive: true });
    writeFileSync(path.join(folder, DOCS, '0001-plan.md'), longPlan());
    writeFileSync(path.join(folder, '.design-docs.json'), JSON.stringify(configuration));
    const { times, memory } = JSON.parse(runInHost('longPlan', scratch, folder)) as {
      readonly times: readonly number[];
      readonly memory: number;
    };
    return [name, { ...summary(times), memory }] as const;
  });
  return new Map(measured);
}

/** Runs a file beside this one as a test suite of VS Code. Gives the JSON that it has written. */
function runInHost(name: string, scratch: string, folder: string): string {
  const suite = path.join(scratch, `${name}.js`);
  buildSync({
    entryPoints: [path.join(root, 'test', 'bench', `${name}.ts`)],
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
  return readFileSync(`${suite}.json`, 'utf8');
}

/** Ticks in the window of a real VS Code, which has the packaged extension. */
export async function measureTicks(scratch: string): Promise<Map<string, Measured>> {
  return summaries(await measureTicking(path.join(scratch, 'ticking')));
}

function summaries(times: Readonly<Record<string, readonly number[]>>): Map<string, Measured> {
  return new Map(Object.entries(times).map(([name, own]) => [name, summary(own)]));
}
