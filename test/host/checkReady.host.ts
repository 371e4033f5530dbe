import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import { closeAll, equal, findings, newPath, open, remove, until } from './support';

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
});
