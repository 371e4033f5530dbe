import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { LAST_STEP } from './planFixtures';
import {
  answerYes,
  closeAll,
  configure,
  equal,
  lineOf,
  newPath,
  open,
  read,
  remove,
  type,
  undo,
  until,
  write,
} from './support';

const STORE = '- [ ] Step 2: Write the store';
const CURVE = '- [ ] Step 1: Draw the curve';
const FIRST = '- [ ] Milestone 1: Store tables';

function done(text: string, ...boxes: readonly string[]): string {
  return boxes.reduce((all, box) => all.replace(box, box.replace('[ ]', '[x]')), text);
}

function cursors(editor: vscode.TextEditor, ...pieces: readonly string[]): void {
  editor.selections = pieces.map((piece) => {
    const place = new vscode.Position(lineOf(editor.document, piece), 8);
    return new vscode.Selection(place, place);
  });
}

async function complete(): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.completeStep')) ?? false;
}

async function toggle(uri: vscode.Uri, line: number): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.toggleStep', { uri, line })) ?? false;
}

describe('ticking', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
    await configure('plan.completeMilestone', undefined);
  });

  it('turns over the step at the cursor', async () => {
    const editor = await open(newPath(), CLEAN);
    cursors(editor, STORE);
    equal(await complete(), true, 'outcome');
    equal(editor.document.getText(), done(CLEAN, STORE), 'text');
    equal(editor.selection.active.character, 8, 'column of the cursor');
    await complete();
    equal(editor.document.getText(), CLEAN, 'text after turning it over again');
  });

  it('ticks at all cursors as one edit', async () => {
    await configure('plan.completeMilestone', 'never');
    const editor = await open(newPath(), CLEAN);
    cursors(editor, STORE, '- [x] Step 1: Choose a format', CURVE, '## Goals');
    await complete();
    equal(editor.document.getText(), done(CLEAN, STORE, CURVE), 'text');
    await undo();
    equal(editor.document.getText(), CLEAN, 'text after one undo');
  });

  it('says so where there is nothing to tick', async () => {
    const editor = await open(newPath(), CLEAN);
    cursors(editor, '## Goals');
    equal(await complete(), false, 'outcome');
    equal(editor.document.getText(), CLEAN, 'text');
  });

  it('leaves the milestone alone until somebody agrees, and offers to tick it', async () => {
    const editor = await open(newPath(), LAST_STEP);
    cursors(editor, STORE);
    await complete();
    equal(editor.document.getText(), done(LAST_STEP, STORE), 'text before the answer');
    const expected = done(LAST_STEP, STORE, FIRST);
    await answerYes(() => editor.document.getText() === expected);
  });

  it('offers to untick a milestone when a step of it is open again', async () => {
    const text = done(LAST_STEP, STORE, FIRST);
    const editor = await open(newPath(), text);
    await toggle(editor.document.uri, lineOf(editor.document, 'Step 2: Write the store'));
    equal(editor.document.getText(), done(LAST_STEP, FIRST), 'text before the answer');
    await answerYes(() => editor.document.getText() === LAST_STEP);
  });

  it('offers to update the list of next steps when a milestone is done', async () => {
    const text = done(LAST_STEP, STORE).replace('- Measure how large', '- Store tables\n- Measure how large');
    const editor = await open(newPath(), text);
    await toggle(editor.document.uri, lineOf(editor.document, FIRST));
    equal(editor.document.getText(), done(text, FIRST), 'text before the answer');
    const expected = done(text, FIRST).replace('- Store tables', '- Milestone 2: Show tables');
    await answerYes(() => editor.document.getText() === expected);
    await undo();
    equal(editor.document.getText(), done(text, FIRST), 'text after one undo');
  });

  it('ticks the milestone and updates the list of next steps with one answer', async () => {
    const text = LAST_STEP.replace('- Measure how large', '- Store tables\n- Measure how large');
    const editor = await open(newPath(), text);
    cursors(editor, STORE);
    await complete();
    const expected = done(text, STORE, FIRST).replace('- Store tables', '- Milestone 2: Show tables');
    await answerYes(() => editor.document.getText() === expected);
  });

  it('ticks nothing on an answer that has come too late', async () => {
    const editor = await open(newPath(), LAST_STEP);
    cursors(editor, STORE);
    await complete();
    await type(editor, STORE.replace('[ ]', '[x]'), `${STORE}\n  - [ ] Step 3: Read it back`);
    const before = editor.document.getText();
    for (let round = 0; round < 20; round++) {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      // An answer has to come back before there is anything that it could do wrong.
      await vscode.workspace.fs.stat(editor.document.uri);
    }
    equal(editor.document.getText(), before, 'text');
  });

  it('does it at once where that is always wanted, in files that are not open, too', async () => {
    await configure('plan.completeMilestone', 'always');
    const uri = await write(newPath(), LAST_STEP);
    const line = LAST_STEP.slice(0, LAST_STEP.indexOf(STORE)).split('\n').length - 1;
    equal(await toggle(uri, line), true, 'outcome');
    equal(await read(uri), done(LAST_STEP, STORE, FIRST), 'file');
    equal(await toggle(uri, line), true, 'outcome of unticking');
    equal(await read(uri), LAST_STEP, 'file after unticking');
  });

  it('saves a file that is not open, and leaves it to the user once it is', async () => {
    await configure('plan.completeMilestone', 'never');
    const uri = await write(newPath(), LAST_STEP);
    const line = LAST_STEP.slice(0, LAST_STEP.indexOf(STORE)).split('\n').length - 1;
    equal(await toggle(uri, line), true, 'outcome');
    equal(await read(uri), done(LAST_STEP, STORE), 'file');
    // If saving took long, VS Code has opened a tab by itself.
    await closeAll();
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    equal(await toggle(uri, line), true, 'outcome in a tab');
    equal(document.getText(), LAST_STEP, 'text');
    await until('the unsaved text', () => document.isDirty);
    equal(await read(uri), done(LAST_STEP, STORE), 'file after that');
  });

  it('never does it where that is never wanted', async () => {
    await configure('plan.completeMilestone', 'never');
    const editor = await open(newPath(), LAST_STEP);
    cursors(editor, STORE);
    await complete();
    await until('the tick', () => editor.document.getText() === done(LAST_STEP, STORE));
  });
});
