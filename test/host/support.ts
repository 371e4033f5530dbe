/** What the suites share. Only `vscode` is used, so that the same bundle runs in the Node and the web host. */

import * as vscode from 'vscode';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 20;

/** The extension as VS Code knows it. */
export const EXTENSION_ID = 'design-docs.design-docs';

/** The one workspace folder that the tests run in. */
function workspaceFolder(): vscode.WorkspaceFolder {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('The tests need a workspace folder.');
  return folder;
}

/** A place in the workspace folder. */
export function place(path: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder().uri, path);
}

let documents = 0;

/** A path for a design doc that no test has used: VS Code keeps the text of a closed document for a while. */
export function newPath(folder = 'docs/design_docs'): string {
  documents++;
  return `${folder}/${String(documents).padStart(4, '0')}-doc.md`;
}

/** Writes a file and says where. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = place(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The text of a file as it is saved. */
export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The names in a folder, sorted; none if it does not exist. */
export async function names(path: string): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(place(path)).then(
    (list) => list,
    () => [],
  );
  return entries.map(([name]) => name).sort();
}

/** Writes a file and opens it in an editor. */
export async function open(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = await write(path, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Closes all editors and throws away what they have not saved. */
export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Removes files that a suite has written, also from folders. The folders stay, except hidden ones: VS Code's watcher
 * misses all changes in a folder that is removed and made again with its parent within a moment.
 */
export async function remove(...paths: readonly string[]): Promise<void> {
  for (const path of paths) await removeFiles(place(path));
}

async function removeFiles(uri: vscode.Uri): Promise<void> {
  const isHidden = vscode.workspace.asRelativePath(uri, false).startsWith('.');
  const isFolder = await vscode.workspace.fs.stat(uri).then(
    ({ type }) => type === vscode.FileType.Directory,
    () => undefined,
  );
  if (isFolder === undefined) return;
  if (!isFolder || isHidden) return vscode.workspace.fs.delete(uri, { recursive: true });
  for (const [name] of await vscode.workspace.fs.readDirectory(uri)) {
    await removeFiles(vscode.Uri.joinPath(uri, name));
  }
}

/** Waits until `look` gives something other than undefined or false, and returns it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Fails unless both are the same when written as JSON. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)];
  if (a !== e) throw new Error(`Unexpected ${what}:\n${a}\nExpected:\n${e}`);
}

/** Our diagnostics of a document, in its order. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  const own = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'design-docs');
  return own.sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule that a diagnostic names. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The rules that speak in a document, in its order. */
export function rulesIn(uri: vscode.Uri): string[] {
  return findings(uri).map(ruleOf);
}

/** Waits until exactly these rules speak in a document. */
export async function untilRules(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const wanted = [...expected].sort().join();
  await until(`the findings [${wanted}]`, () => rulesIn(uri).sort().join() === wanted).catch(
    (error: Error) => {
      throw new Error(`${error.message} There are [${rulesIn(uri).join()}].`);
    },
  );
}

/** The code actions of a kind at a place, resolved. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const id = 'vscode.executeCodeActionProvider';
  return (await vscode.commands.executeCommand<vscode.CodeAction[]>(id, uri, range, kind.value, 50)) ?? [];
}

/** Waits for the code action of that title; other extensions add their own, and VS Code cancels early requests. */
export function actionTitled(
  uri: vscode.Uri,
  range: vscode.Range,
  title: string,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction> {
  return until(`the action "${title}"`, async () => {
    return (await actionsAt(uri, range, kind)).find((action) => action.title === title);
  });
}

/** Applies what an action offers. */
export async function applyAction({ edit }: vscode.CodeAction): Promise<void> {
  if (edit === undefined || !(await vscode.workspace.applyEdit(edit)))
    throw new Error('The fix did not apply.');
}

/** Sets one of our settings for the user; undefined takes it back. */
export async function configure(name: string, value: unknown): Promise<void> {
  const target = vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('designDocs').update(name, value, target);
}

/** Presses the first button of the message on the screen, until that has done what it is to do. */
export async function answerYes(hasWorked: () => boolean): Promise<void> {
  await until('what the answer leads to', async () => {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return hasWorked();
  });
}

/** Takes back one step in the active editor. */
export async function undo(): Promise<void> {
  await vscode.commands.executeCommand('undo');
}

/** The range of a piece of text in a document. */
export function rangeOf(document: vscode.TextDocument, piece: string): vscode.Range {
  const offset = document.getText().indexOf(piece);
  if (offset < 0) throw new Error(`The document does not contain "${piece}".`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + piece.length));
}

/** The line on which a piece of text stands. */
export function lineOf(document: vscode.TextDocument, piece: string): number {
  return rangeOf(document, piece).start.line;
}

/** Replaces a piece of text as a user's typing would. */
export async function type(editor: vscode.TextEditor, piece: string, text: string): Promise<void> {
  await editor.edit((builder) => builder.replace(rangeOf(editor.document, piece), text));
}
