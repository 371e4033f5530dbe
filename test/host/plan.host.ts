import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import {
  closeAll,
  equal,
  lineOf,
  newPath,
  open,
  place,
  rangeOf,
  read,
  remove,
  type,
  undo,
  until,
  write,
} from './support';

const FORMAT = '- [x] Step 1: Choose a format';
const STORE = '- [ ] Step 2: Write the store';
const DISK = '- [ ] Handle a full disk';
const CURVE = '- [ ] Step 1: Draw the curve';

/** Ticks as the tree and the keyboard do; true if a box was changed or was so already. */
async function toggle(
  uri: vscode.Uri,
  more: { line: number; title?: string; done?: boolean },
): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.toggleStep', { uri, ...more })) ?? false;
}

function ticked(line: string): string {
  return line.replace('[ ]', '[x]');
}

describe('the plan', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs');
  });

  it('ticks a step, takes the tick back, and one undo is one tick', async () => {
    const { document } = await open(newPath(), CLEAN);
    const line = lineOf(document, DISK);
    equal(await toggle(document.uri, { line }), true, 'outcome');
    equal(document.getText(), CLEAN.replace(DISK, ticked(DISK)), 'text after a tick');
    equal(document.isDirty, true, 'an open document is left to its author to save');
    await undo();
    equal(document.getText(), CLEAN, 'text after undo');
    await toggle(document.uri, { line: lineOf(document, FORMAT) });
    equal(document.getText(), CLEAN.replace(FORMAT, '- [ ] Step 1: Choose a format'), 'text after unticking');
  });

  it("never ticks a milestone's steps with it", async () => {
    const { document } = await open(newPath(), CLEAN);
    const milestone = '- [ ] Milestone 1: Store tables';
    await toggle(document.uri, { line: lineOf(document, milestone) });
    equal(document.getText(), CLEAN.replace(milestone, ticked(milestone)), 'text');
  });

  it('changes one sign of a file with CRLF and a byte order mark, and saves it if it is not open', async () => {
    const text = `\uFEFF${CLEAN.replaceAll('\n', '\r\n')}`;
    const uri = await write(newPath(), text);
    const line = CLEAN.slice(0, CLEAN.indexOf(STORE)).split('\n').length - 1;
    equal(await toggle(uri, { line }), true, 'outcome');
    const bytes = await vscode.workspace.fs.readFile(uri);
    const saved = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    equal(saved, text.replace(STORE, ticked(STORE)), 'file');
  });

  it('does not save what somebody else has not saved', async () => {
    const editor = await open(newPath(), CLEAN);
    await type(editor, 'Skippers', 'Sailors');
    await toggle(editor.document.uri, { line: lineOf(editor.document, STORE) });
    equal(await read(editor.document.uri), CLEAN, 'file');
    equal(
      editor.document.getText(),
      CLEAN.replace('Skippers', 'Sailors').replace(STORE, ticked(STORE)),
      'text',
    );
  });

  it('finds a step again that has moved, by its title', async () => {
    const editor = await open(newPath(), CLEAN);
    const line = lineOf(editor.document, STORE);
    await type(editor, '## Summary', 'One more line.\n\n## Summary');
    equal(await toggle(editor.document.uri, { line, title: 'Step 2: Write the store' }), true, 'outcome');
    rangeOf(editor.document, ticked(STORE));
    rangeOf(editor.document, DISK);
  });

  it('refuses a step that is gone', async () => {
    const editor = await open(newPath(), CLEAN);
    const line = lineOf(editor.document, STORE);
    await type(editor, `  ${STORE}\n    ${DISK}\n`, '');
    const before = editor.document.getText();
    equal(await toggle(editor.document.uri, { line, title: 'Step 2: Write the store' }), false, 'outcome');
    equal(await toggle(editor.document.uri, { line: 0 }), false, 'outcome on a line without a step');
    equal(editor.document.getText(), before, 'text');
  });

  it('loses nothing of what is typed at the same time, and ticks no other line', async () => {
    const editor = await open(newPath(), CLEAN);
    const { document } = editor;
    let expected = CLEAN;
    for (let round = 0; round < 40; round++) {
      const done = round % 2 === 0;
      const [from, to] = done ? [CURVE, ticked(CURVE)] : [ticked(CURVE), CURVE];
      const line = lineOf(document, from);
      const added = `Line ${round}.\n\n`;
      const typing = () => editor.edit((builder) => builder.insert(new vscode.Position(6, 0), added));
      const start = () => toggle(document.uri, { line, title: 'Step 1: Draw the curve', done });
      // The two meet at a different moment each time: the typing first, or a few messages after the tick.
      const early = round % 4 === 0 ? typing() : undefined;
      const tick = start();
      for (let hop = 1; hop < round % 4; hop++) await vscode.workspace.fs.stat(document.uri);
      const edit = early ?? typing();
      const [typed, outcome] = await Promise.all([edit, tick]);
      equal(outcome, true, `outcome of round ${round}`);
      const after = expected.replace(from, to);
      // VS Code may refuse the typing, which then is the loser of a fair race; it never half happens.
      expected = typed ? after.replace(/^((?:.*\n){6})/, `$1${added}`) : after;
      equal(document.getText(), expected, `text after round ${round}`);
    }
  });

  it('ticks all of several boxes asked for at once', async () => {
    const uri = await write(newPath(), CLEAN);
    const lineIn = (piece: string): number => CLEAN.slice(0, CLEAN.indexOf(piece)).split('\n').length - 1;
    const boxes = [STORE, DISK, CURVE];
    equal(
      await Promise.all(boxes.map((box) => toggle(uri, { line: lineIn(box) }))),
      [true, true, true],
      'outcomes',
    );
    await until('the saved file', async () => {
      return (await read(uri)) === boxes.reduce((text, box) => text.replace(box, ticked(box)), CLEAN);
    });
  });

  it('ends where it began when a box is turned over twice in a row', async () => {
    const { document } = await open(newPath(), CLEAN);
    const line = CLEAN.slice(0, CLEAN.indexOf(STORE)).split('\n').length - 1;
    const twice = [toggle(document.uri, { line }), toggle(document.uri, { line })];
    equal(await Promise.all(twice), [true, true], 'outcomes');
    equal(document.getText(), CLEAN, 'text');
    equal(await toggle(document.uri, { line }), true, 'outcome');
    equal(document.getText(), CLEAN.replace(STORE, ticked(STORE)), 'text');
  });

  it('acts on the selected row while VS Code asks for all rows again, however long that takes', async () => {
    const { document } = await open(newPath(), CLEAN);
    await vscode.commands.executeCommand('designDocs.showPlan');
    // A row that was moved is selected; then the one below it.
    const line = lineOf(document, 'Step 3: Print a month');
    await vscode.commands.executeCommand('designDocs.moveStepUp', { uri: document.uri, line });
    await vscode.commands.executeCommand('list.focusDown');
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    for (let round = 0; round < 4; round++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, rangeOf(document, '- [ ] Milestone 1').start, `- [ ] Wait ${round} days\n`);
      await vscode.workspace.applyEdit(edit);
      void vscode.commands.executeCommand('designDocs.toggleStep');
      // Nothing is answered for a while, as on a busy machine.
      for (const end = Date.now() + 600; Date.now() < end; );
      const expected = `- [${round % 2 === 0 ? ' ' : 'x'}] Step 3: Mark the quay`;
      await until(`"${expected}" in round ${round}`, () => document.getText().includes(expected));
    }
  });

  it('shows in its view', async () => {
    await open(newPath(), CLEAN);
    equal(await vscode.commands.executeCommand('designDocs.showPlan'), true, 'outcome');
  });

  it('keeps its document when the folder around it gets another name', async () => {
    const name = newPath('docs/designs');
    await open(name, CLEAN);
    await closeAll();
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(place('docs/designs'), place('docs/plans'));
    equal(await vscode.workspace.applyEdit(edit), true, 'outcome of the rename');
    await vscode.commands.executeCommand('designDocs.goToNextStep');
    const shown = place(name.replace('designs', 'plans')).toString();
    await until('the document', () => vscode.window.activeTextEditor?.document.uri.toString() === shown);
  });
});
