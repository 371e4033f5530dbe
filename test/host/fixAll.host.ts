import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import {
  actionsAt,
  applyAction,
  closeAll,
  equal,
  findings,
  newPath,
  open,
  rangeOf,
  read,
  remove,
  type,
  undo,
  until,
  untilRules,
  write,
} from './support';

const KIND = vscode.CodeActionKind.SourceFixAll.append('designDocs');
/** Two marks and nothing else wrong. */
const MARKED = CLEAN.replace('## Goals', '## Goals (Required)').replace(
  '## Summary',
  '## Summary (Required)',
);

/** Inserts what is missing: the list that asks which of it has all chosen. */
async function insertAll(): Promise<void> {
  let isDone = false;
  const done = vscode.commands.executeCommand('designDocs.insertSections').then(() => {
    isDone = true;
  });
  await until('the insertion', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await done;
}

describe('fix all', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', '.vscode');
  });

  it('mends the active document by command, and one undo takes it back', async () => {
    const { document } = await open(newPath(), BROKEN);
    await until('findings', () => findings(document.uri).length > 0);
    await vscode.commands.executeCommand('designDocs.fixAll');
    const text = document.getText();
    equal(/\(Required\)|<instructions>/.test(text), false, 'something left over');
    equal(/## Non-Goals|\*\*Created:\*\*|- \[ \] Milestone 1/.test(text), false, 'something added');
    await undo();
    equal(document.getText(), BROKEN, 'text after undo');
  });

  it('inserts what is missing by a command of its own, and one undo takes it back', async () => {
    const { document } = await open(newPath(), BROKEN);
    await until('findings', () => findings(document.uri).length > 0);
    await insertAll();
    for (const piece of ['## Non-Goals', '**Created:**', '<instructions>']) rangeOf(document, piece);
    await undo();
    equal(document.getText(), BROKEN, 'text after undo');
  });

  it('puts nothing into a fence that is being typed', async () => {
    const text = `${BROKEN.replace(/\(Required\)/g, '').replace(/<instructions>[\s\S]*<\/instructions>/g, '')}\n\`\`\`sh\nls\n`;
    const { document } = await open(newPath(), text);
    await until('findings', () => findings(document.uri).length > 0);
    await insertAll();
    const inserted = document.getText().split('```sh');
    equal(inserted[1], '\nls\n', 'the fence');
  });

  it('mends a file that is not open, and saves it', async () => {
    const uri = await write(newPath(), MARKED);
    await vscode.commands.executeCommand('designDocs.fixAll', uri);
    equal(await read(uri), CLEAN, 'file');
  });

  it('is a source action, which changes only what is wrong', async () => {
    const { document } = await open(newPath(), MARKED.replaceAll('\n', '\r\n'));
    const action = await until('the source action', async () => {
      const [only] = await actionsAt(document.uri, new vscode.Range(0, 0, 0, 0), KIND);
      return only;
    });
    equal(action.kind?.value, KIND.value, 'kind');
    await applyAction(action);
    equal(document.getText(), CLEAN.replaceAll('\n', '\r\n'), 'text');
    await undo();
    equal(document.getText(), MARKED.replaceAll('\n', '\r\n'), 'text after undo');
  });

  it('runs on save where the user wants that', async () => {
    const editor = await open(newPath(), MARKED);
    await untilRules(editor.document.uri, ['leftover-suffix', 'leftover-suffix']);
    const settings = vscode.workspace.getConfiguration('editor', editor.document);
    await settings.update(
      'codeActionsOnSave',
      { [KIND.value]: 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      await until('a save that mends', async () => {
        await type(editor, 'Skippers', 'Skippers');
        await editor.document.save();
        return editor.document.getText() === CLEAN;
      });
      equal(await read(editor.document.uri), CLEAN, 'file');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('finds the document in the editor that hides its Markdown', async () => {
    const uri = await write(newPath(), MARKED);
    // Not awaited: where the editor's own page cannot be shown, its tab is there all the same.
    void vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
    await until(
      'the tab',
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom,
    );
    equal(vscode.window.activeTextEditor, undefined, 'active text editor');
    await vscode.commands.executeCommand('designDocs.fixAll');
    const document = await vscode.workspace.openTextDocument(uri);
    equal(document.getText(), CLEAN, 'text');
    await document.save();
  });
});
