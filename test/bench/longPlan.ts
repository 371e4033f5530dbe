/**
 * Runs inside a real extension host: types in a document with a plan of 25,000 steps while the Plan view is shown, and
 * measures for how long the host answers nothing, and how much memory is in use.
 */

import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';

const ROUNDS = 100;
/** The longest pauses that count. */
const LONGEST = 10;
/** Between two characters of a fast typist. */
const REST_MS = 100;
/** Until everything is shown and VS Code's own extensions have read the document. */
const SHOWN_MS = 10_000;

/** VS Code calls this. Writes the longest pauses in ms and the memory in MB to a JSON file beside this one. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The benchmark needs a workspace folder.');
  const uri = vscode.Uri.joinPath(folder.uri, 'docs/design_docs/0001-plan.md');
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await vscode.commands.executeCommand('designDocs.showPlan');
  await rest(SHOWN_MS);
  const memory = memoryInUse();
  const pauses = await pausesWhileTyping(editor);
  const times = pauses.sort((a, b) => b - a).slice(0, LONGEST);
  writeFileSync(`${__filename}.json`, JSON.stringify({ times, memory }));
  console.log(`##END ${JSON.stringify({ passed: 1, failed: 0, version: vscode.version })}`);
}

/** The heap of the host in MB, without what can be collected. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / (1 << 20);
}

/** The longest pause of the host after each typed character, in milliseconds. */
async function pausesWhileTyping({ document, edit }: vscode.TextEditor): Promise<number[]> {
  const line = document.lineCount - 1000;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const pauses: number[] = [];
  delay.enable();
  for (let round = 0; round < ROUNDS; round++) {
    delay.reset();
    const { end } = document.lineAt(line).range;
    await edit((builder) => builder.insert(end, 'x'));
    await rest(REST_MS);
    pauses.push(delay.max / 1e6);
    // The harness stops a run that reports nothing for long.
    console.log(`##TEST ${JSON.stringify({ name: `character ${round}`, ms: Math.round(delay.max / 1e6) })}`);
  }
  return pauses;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
