import * as vscode from 'vscode';
import { closeAll, EXTENSION_ID, equal, findings, place, type, until } from './support';

const THRESHOLD = '- [ ] Step 2: Send one message';

function trySample(choice?: 'continue' | 'startOver'): Thenable<boolean> {
  return vscode.commands.executeCommand<boolean>('designDocs.trySample', choice && { choice });
}

function activeEditor(): vscode.TextEditor {
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor === undefined) throw new Error('No text editor is active.');
  return activeTextEditor;
}

/** The files of the workspace, sorted. Not by `findFiles`, which never ends on a file system that has no search. */
async function files(folder = place('')): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const inside = entries.map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    return type === vscode.FileType.Directory && name !== '.git' ? files(uri) : [uri.path];
  });
  return (await Promise.all(inside)).flat().sort();
}

describe('Try on a Sample', () => {
  afterEach(async () => {
    await trySample('startOver');
    await closeAll();
  });

  it('opens a design doc with findings and a plan, and adds nothing to the workspace', async () => {
    const before = await files();
    equal(await trySample('startOver'), true, 'outcome');
    const { document } = activeEditor();
    equal(vscode.workspace.getWorkspaceFolder(document.uri), undefined, 'workspace folder');
    equal([document.isUntitled, document.isDirty], [false, false], 'unsaved');
    await until('findings', () => findings(document.uri).length > 2);
    await vscode.commands.executeCommand('designDocs.goToNextStep');
    const line = document.lineAt(activeEditor().selection.active.line).text;
    equal(line.includes(THRESHOLD), true, line);
    await vscode.commands.executeCommand('designDocs.completeStep');
    await until('the tick', () => document.getText().includes(THRESHOLD.replace('[ ]', '[x]')));
    equal(await files(), before, 'files of the workspace');
  });

  it('keeps what the user has changed, or starts over', async () => {
    await trySample('startOver');
    const editor = activeEditor();
    const original = editor.document.getText();
    await type(editor, 'Flood Alerts', 'Storm Alerts');
    await trySample('continue');
    equal(activeEditor().document.getText(), original.replace('Flood Alerts', 'Storm Alerts'), 'kept text');
    await trySample('startOver');
    equal(activeEditor().document.getText(), original, 'text after a new start');
    equal(activeEditor().document.isDirty, false, 'unsaved');
  });

  it('is left to be filled in, also while another editor is active', async () => {
    await trySample('startOver');
    const { uri } = activeEditor().document;
    await until('findings', () => findings(uri).length > 2);
    await vscode.commands.executeCommand('workbench.action.files.newUntitledFile');
    await vscode.commands.executeCommand('designDocs.nextPlaceholder');
    equal(activeEditor().document.uri.toString(), uri.toString(), 'document');
    const { line } = activeEditor().selection.active;
    equal(activeEditor().document.lineAt(line - 1).text, '## Security / Privacy', 'empty section');
    await vscode.commands.executeCommand('designDocs.nextPlaceholder');
    equal(activeEditor().document.getText(activeEditor().selection), 'YYYY-MM-DD', 'selection');
  });
});

describe('Open Walkthrough', () => {
  afterEach(closeAll);

  it('opens the page of the walkthrough', async () => {
    const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    equal(tabs().length, 0, 'tabs at first');
    equal(await vscode.commands.executeCommand('designDocs.openWalkthrough'), true, 'outcome');
    await until('the page', () => tabs().length === 1);
    equal(/Welcome|Walkthrough/.test(tabs()[0]?.label ?? ''), true, tabs()[0]?.label);
  });

  it('has the id that the manifest gives it', () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    const [own] = extension?.packageJSON.contributes.walkthroughs ?? [];
    equal([extension?.id, own?.id], ['design-docs.design-docs', 'getStarted'], 'id');
  });
});
