import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import {
  actionTitled,
  answerYes,
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

const MARKED = CLEAN.replace('## Goals', '## Goals (Required)');
const REMOVE = 'Remove "(Required)" from the heading';

/** A document that links to the heading of another, by the name of its file. */
function notes(path: string, anchor: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `# Notes\n\nSee [goals](design_docs/${name}#${anchor}).\n`;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe('links of other files to a heading that a fix renames', () => {
  let path = '';
  let closed: vscode.Uri;
  let editor: vscode.TextEditor;
  let other: vscode.TextEditor;

  beforeEach(async () => {
    path = newPath();
    closed = await write(newPath('docs'), notes(path, 'Goals-Required'));
    other = await open(newPath('docs'), notes(path, 'summary'));
    await type(other, '#summary', '#goals-required');
    editor = await open(path, MARKED);
    await untilRules(editor.document.uri, ['leftover-suffix']);
  });

  afterEach(async () => {
    await vscode.workspace.saveAll();
    await closeAll();
    await remove('docs', '.vscode');
  });

  it('are part of the edit of its quick fix', async () => {
    const { document } = editor;
    const action = await actionTitled(document.uri, rangeOf(document, '(Required)'), REMOVE);
    equal(action.edit?.entries().length, 3, 'changed files');
    await applyAction(action);
    equal(document.getText(), CLEAN, 'text');
    equal(await textOf(closed), notes(path, 'goals'), 'closed file');
    equal(other.document.getText(), notes(path, 'goals'), 'open file');
  });

  it('are no part of a fix that renames nothing', async () => {
    const { document } = editor;
    await type(editor, '## Goals (Required)', '### Goals');
    const title = 'Set the heading to level 2';
    const action = await actionTitled(document.uri, rangeOf(document, '### Goals'), title);
    equal(action.edit?.entries().length, 1, 'changed files');
  });

  it('are updated by Fix All, each file as a step of its own, and closed files are saved', async () => {
    const { document } = editor;
    await vscode.commands.executeCommand('designDocs.fixAll');
    equal(document.getText(), CLEAN, 'text');
    equal(await read(closed), notes(path, 'goals'), 'closed file');
    equal(other.document.getText(), notes(path, 'goals'), 'open file');
    equal(other.document.isDirty, true, 'unsaved');
    await undo();
    equal(document.getText(), MARKED, 'text after undo');
  });

  it('are updated by Fix Finding', async () => {
    const { document } = editor;
    const [diagnostic] = findings(document.uri);
    const finding = { rule: 'leftover-suffix', message: diagnostic?.message, range: diagnostic?.range };
    await vscode.commands.executeCommand('designDocs.fixFinding', { uri: document.uri, finding });
    equal(document.getText(), CLEAN, 'text');
    equal(await read(closed), notes(path, 'goals'), 'closed file');
  });

  it('are updated where all is fixed on save', async () => {
    const { document } = editor;
    const settings = vscode.workspace.getConfiguration('editor', document);
    const onSave = { 'source.fixAll.designDocs': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace);
    try {
      await until('a save that mends', async () => {
        await type(editor, 'Skippers', 'Skippers');
        await document.save();
        return document.getText() === CLEAN;
      });
      equal(await textOf(closed), notes(path, 'goals'), 'closed file');
      equal(other.document.getText(), notes(path, 'goals'), 'open file');
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are updated by Mark Ready', async () => {
    const { document } = editor;
    const marking = vscode.commands.executeCommand('designDocs.markReady', { uri: document.uri });
    await answerYes(() => !document.getText().includes('(Required)'));
    await marking;
    equal(await read(closed), notes(path, 'goals'), 'closed file');
    equal(other.document.getText(), notes(path, 'goals'), 'open file');
  });
});
