/**
 * Runs inside a real extension host: edits two documents of the same text in turn, and measures from each edit until VS
 * Code tells of other diagnostics. One is a design doc. The other is none, and has one diagnostic, which this file sets
 * anew on each change: no extension can be faster than that.
 */

import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

const ROUNDS = 50;
/** Until the window has drawn what the last edit led to. */
const REST_MS = 120;

/** Text that is put somewhere and taken back in turn; either changes what is found in a design doc. */
interface Toggle {
  readonly name: string;
  /** What stands before the place. */
  readonly after: string;
  readonly text: string;
  readonly instead?: string;
}

const TOGGLES: readonly Toggle[] = [
  { name: 'prose', after: '\n## Bench\n\n', text: 'x' },
  { name: 'heading', after: '\n## Summary', text: ' (Required)' },
  { name: 'tick', after: '\n- [', text: 'x', instead: ' ' },
];

/** VS Code calls this. Writes the measured times to a JSON file beside this one. */
export async function run(): Promise<void> {
  const constant = vscode.languages.createDiagnosticCollection('constant');
  const own = await show('docs/design_docs/0001-long.md', vscode.ViewColumn.One);
  const other = await show('README.md', vscode.ViewColumn.Two);
  let turn = 0;
  vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (document !== other.document) return;
    const range = new vscode.Range(0, 0, 0, 1 + (turn++ % 2));
    constant.set(document.uri, [new vscode.Diagnostic(range, 'Constant.')]);
  });
  const editors = { 'the extension': own, 'one constant diagnostic': other };
  const times: Record<string, number[]> = {};
  for (const toggle of TOGGLES) {
    const start = performance.now();
    for (let round = -4; round < ROUNDS; round++) {
      for (const [name, editor] of Object.entries(editors)) {
        const time = await untilTold(editor, toggle);
        const key = `${toggle.name}, ${name}`;
        // The first rounds warm up.
        if (round >= 0) times[key] = [...(times[key] ?? []), time];
        await new Promise((resolve) => setTimeout(resolve, REST_MS));
      }
    }
    // The harness stops a run that reports nothing for long.
    const ms = Math.round(performance.now() - start);
    console.log(`##TEST ${JSON.stringify({ name: toggle.name, ms })}`);
  }
  writeFileSync(`${__filename}.json`, JSON.stringify(times));
  console.log(`##END ${JSON.stringify({ passed: 1, failed: 0, version: vscode.version })}`);
}

async function show(name: string, viewColumn: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The benchmark needs a workspace folder.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  const told = toldOf(document.uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
  if (name !== 'README.md' && vscode.languages.getDiagnostics(document.uri).length === 0) await told;
  return editor;
}

/** Milliseconds from an edit until VS Code tells of the document's diagnostics. */
async function untilTold(editor: vscode.TextEditor, { after, text, instead }: Toggle): Promise<number> {
  const { document } = editor;
  const whole = document.getText();
  const at = whole.indexOf(after) + after.length;
  const there = whole.startsWith(text, at);
  const length = there ? text.length : (instead?.length ?? 0);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + length));
  const told = toldOf(document.uri);
  const start = performance.now();
  void editor.edit((builder) => builder.replace(range, there ? (instead ?? '') : text));
  return (await told) - start;
}

/** When VS Code tells of the diagnostics of a document next. */
function toldOf(uri: vscode.Uri): Promise<number> {
  return new Promise((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((changed) => changed.toString() === uri.toString())) return;
      resolve(performance.now());
      listening.dispose();
    });
  });
}
