import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { answerYes, closeAll, equal, findings, newPath, open, remove, undo, until } from './support';

const TEMPLATE = `# Sketch: <Name>

**Status:** Draft | In Review | Done

## Story (Required)

<!-- Tell what happens, in the order in which it happens. -->

## Price (Required)

## Crew (Required)

## Route (Required)
`;
const READY = `# Sketch: Ferry

**Status:** Draft

## Story (Required)

<!-- Tell what happens, in the order in which it happens. -->

The ferry sails.

## Price

Ten coins.

## Crew

Two people.

## Route

From here to there.
`;
const LEFTOVERS = READY.replace('**Status', '<instructions>\nTell it.\n</instructions>\n\n**Status').replace(
  ' (Required)',
  '',
);
const MARKED = READY.replace('Draft', 'In Review')
  .replace(' (Required)', '')
  .replace('<!-- Tell what happens, in the order in which it happens. -->\n\n', '');
const FOLDER = 'docs/sketches';

function diffTab(): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => input instanceof vscode.TabInputTextDiff);
}

function mark(uri: vscode.Uri): Thenable<unknown> {
  return vscode.commands.executeCommand('designDocs.markReady', { uri });
}

describe('marking a draft as ready', () => {
  beforeEach(async () => {
    await open(`${FOLDER}/template.md`, TEMPLATE);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs/sketches', 'docs/design_docs');
  });

  it('shows the change as a diff, and makes it as one step', async () => {
    const editor = await open(newPath(FOLDER), LEFTOVERS);
    const { document } = editor;
    await until('the findings', () => findings(document.uri).length > 0);
    const marking = mark(document.uri);
    const tab = await until('the diff', diffTab);
    const { modified } = tab.input as vscode.TabInputTextDiff;
    equal((await vscode.workspace.openTextDocument(modified)).getText(), MARKED, 'shown text');
    equal(document.getText(), LEFTOVERS, 'text before the answer');
    await answerYes(() => document.getText() === MARKED);
    await marking;
    equal(diffTab() === undefined, true, 'closed diff');
    await vscode.window.showTextDocument(document);
    await undo();
    equal(document.getText(), LEFTOVERS, 'text after one undo');
  });

  it('is refused once the document has changed', async () => {
    const { document } = await open(newPath(FOLDER), LEFTOVERS);
    await until('the findings', () => findings(document.uri).length > 0);
    const marking = mark(document.uri);
    await until('the diff', diffTab);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount - 1, 0), 'And back.\n');
    equal(await vscode.workspace.applyEdit(edit), true, 'typing');
    await answerYes(() => diffTab() === undefined);
    await marking;
    equal(document.getText(), `${LEFTOVERS}And back.\n`, 'text');
  });

  it('shows what is in the way, with its line', async () => {
    const text = LEFTOVERS.replace('Ten coins.\n', '');
    const editor = await open(newPath(FOLDER), text);
    await until('the findings', () => findings(editor.document.uri).length > 0);
    const last = new vscode.Position(editor.document.lineCount - 1, 0);
    editor.selection = new vscode.Selection(last, last);
    const marking = mark(editor.document.uri);
    await until('the line of the empty section', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { line } = vscode.window.activeTextEditor?.selection.active ?? last;
      return editor.document.lineAt(line).text === '## Price';
    });
    await marking;
    equal(diffTab() === undefined, true, 'no diff');
    equal(editor.document.getText(), text, 'text');
  });

  it('says that there is nothing to change where the template lists no status for a review', async () => {
    const { document } = await open(newPath(), CLEAN);
    await mark(document.uri);
    equal(diffTab() === undefined, true, 'no diff');
    equal(document.getText(), CLEAN, 'text');
  });
});
