import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { commitFile } from './repository';
import { answerYes, closeAll, equal, open, place, read, remove, undo, until, write } from './support';

const FILE = 'docs/design_docs/0611-tides.md';
/** Another file: VS Code may still have the text of one that was removed. */
const OPEN = 'docs/design_docs/0613-open.md';
const LINKING = 'docs/design_docs/0612-notes.md';
const SHIPPED = CLEAN.replaceAll('[ ]', '[x]');

/** True where the extension may run git. */
function hasGit(): boolean {
  return vscode.env.remoteName !== undefined && vscode.workspace.isTrusted && place('').scheme === 'file';
}

function diffs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}

/** Starts the command, which waits for an answer beside its diff. */
function start(uri: vscode.Uri): Thenable<boolean> {
  return vscode.commands.executeCommand<boolean>('designDocs.finalize', { uri: uri.toString() });
}

describe('finalizing a document', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('.git', FILE, OPEN, LINKING);
  });

  it('shows the change, and makes it only if the user agrees, as one edit', async function () {
    if (!hasGit()) this.skip();
    await commitFile(FILE, SHIPPED);
    await write(LINKING, '# Notes\n\n[a](0611-tides.md#goals)\n');
    const { document } = await open(FILE, SHIPPED);
    const { uri } = document;

    const refused = start(uri);
    const [tab] = await until('the diff', () => diffs().length > 0 && diffs());
    const preview = tab?.input instanceof vscode.TabInputTextDiff ? tab.input.modified : uri;
    const proposed = (await vscode.workspace.openTextDocument(preview)).getText();
    equal(document.getText(), SHIPPED, 'before the answer');
    // A notification that is not shown yet cannot be dismissed.
    await until('the end of the question', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return diffs().length === 0;
    });
    equal(await refused, true, 'outcome without a yes');
    equal(document.getText(), SHIPPED, 'without a yes');

    const accepted = start(uri);
    await answerYes(() => document.getText() !== SHIPPED);
    equal(await accepted, true, 'outcome');
    equal(document.getText(), proposed, 'what was shown');
    const [head = '', end = ''] = proposed.split('Full text: `git show ');
    const kept = SHIPPED.slice(0, SHIPPED.indexOf('- A table opens')).replace('Draft', 'Implemented');
    equal(head, kept, 'summary');
    equal(/^[0-9a-f]{12}:docs\/design_docs\/0611-tides\.md`\n$/.test(end), true, 'pointer');
    equal(await read(uri), SHIPPED, 'the file');
    await undo();
    equal(document.getText(), SHIPPED, 'after one undo');
  });

  it('names the reasons against it', async function () {
    if (!hasGit()) this.skip();
    await commitFile(OPEN, CLEAN);
    const { document } = await open(OPEN, CLEAN);
    const done = vscode.commands.executeCommand<boolean>('designDocs.finalize', document.uri);
    await until('the line of the first reason', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const line = vscode.window.activeTextEditor?.selection.active.line ?? 0;
      return document.lineAt(line).text === '    - [ ] Handle a full disk';
    });
    equal(await done, true, 'outcome');
    equal(document.getText(), CLEAN, 'text');
    equal(diffs().length, 0, 'diffs');
  });
});
