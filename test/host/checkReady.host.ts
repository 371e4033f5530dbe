import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import { closeAll, equal, findings, newPath, open, place, remove, until, write } from './support';

async function check(): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.checkReady')) ?? false;
}

describe('ready for review', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
  });

  it('is a doc without findings that weigh', async () => {
    await open(newPath(), CLEAN);
    // Only a document that is not ready asks for something, and would wait here.
    equal(await check(), true, 'outcome');
  });

  it('leads to what is in the way', async () => {
    const editor = await open(newPath(), BROKEN);
    const [first] = await until('findings', () => {
      const found = findings(editor.document.uri).filter(
        ({ severity }) => severity === vscode.DiagnosticSeverity.Warning,
      );
      return found.length > 0 && found;
    });
    const last = new vscode.Position(editor.document.lineCount - 1, 0);
    editor.selection = new vscode.Selection(last, last);
    const checked = check();
    await until('the line of the first reason', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.active.line === first?.range.start.line;
    });
    equal(await checked, true, 'outcome');
  });

  it('is not a doc with evidence for a step that was reworded', async () => {
    const step = '- [x] Step 1: Choose a format';
    const evidence = '<!-- verified: exit 0, tree 0a1b2c3, words 00000000000000 -->';
    const editor = await open(newPath(), CLEAN.replace(step, `${step} ${evidence}`));
    const checked = check();
    await until('the line of the step', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { line } = editor.selection.active;
      return editor.document.lineAt(line).text.includes('verified: exit 0');
    });
    equal(await checked, true, 'outcome');
  });

  it('of several files is one list, which starts with what is in the way and leads to the list of each', async () => {
    const [clean, broken, last] = [newPath(), newPath(), newPath()];
    const uris = [await write(clean, CLEAN), await write(broken, BROKEN), await write(last, CLEAN)];
    // As the Explorer calls it: the file under the pointer, and all that are selected.
    const checked = vscode.commands.executeCommand('designDocs.checkReady', uris[0], uris);
    await until('a place in the document that is not ready', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path === place(broken).path;
    });
    equal(await checked, true, 'outcome');
  });

  it('of several files includes those that are not design docs', async () => {
    const notes = [await write('docs/notes.md', 'Milk.\n'), await write('docs/more.md', 'Tea.\n')];
    const checked = vscode.commands.executeCommand<boolean>('designDocs.checkReady', notes[0], notes);
    const outcome = checked.then((result) => ({ result }));
    const { result } = await until('the outcome', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([outcome, Promise.resolve(undefined)]);
    });
    equal(result, false, 'outcome of the first one');
  });
});
