import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { afterTimeOf, isReported, STEP, showMessage, TICKED, takeBack, textAt } from './guarded';
import {
  closeAll,
  configure,
  equal,
  newPath,
  open,
  place,
  read,
  remove,
  type,
  undo,
  until,
  write,
} from './support';

describe('a change by another program', () => {
  before(() => configure('reportChanges', undefined));
  after(() => configure('reportChanges', 'off'));
  afterEach(async () => {
    await configure('reportChanges', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs', '.git');
  });

  it('is reported, and shown beside the earlier text', async () => {
    const path = newPath();
    const { uri } = (await open(path, CLEAN)).document;
    await write(path, TICKED);
    const { original } = await showMessage(uri);
    equal(await textAt(original), CLEAN, 'the earlier text');
    // What was answered counts as seen.
    await closeAll();
    await open(path, TICKED);
    await write(path, TICKED.replace('- Forecasts of the weather.\n', ''));
    equal(await textAt((await showMessage(uri)).original), TICKED, 'the text after the first change');
  });

  it('is taken back with the bytes that the file had, as one step', async () => {
    const bytes = `\uFEFF${CLEAN.replaceAll('\n', '\r\n')}`;
    const path = newPath();
    const { document } = await open(path, bytes);
    await write(path, TICKED);
    await showMessage(document.uri);
    equal(await takeBack(document.uri), true, 'taken back');
    equal(await read(document.uri), CLEAN.replaceAll('\n', '\r\n'), 'the text');
    const saved = await vscode.workspace.fs.readFile(document.uri);
    equal([...saved.slice(0, 3)], [0xef, 0xbb, 0xbf], 'the byte order mark');
    await until('the text in the editor', () => !document.getText().includes('[x] Step 2: Write'));
    await vscode.window.showTextDocument(document);
    await undo();
    await until('the change again', () => document.getText().includes('[x] Step 2: Write'));
    equal(await isReported(document.uri), false, 'a change that the user made');
  });

  it('is not taken back from a document that was edited since', async () => {
    const path = newPath();
    const editor = await open(path, CLEAN);
    await write(path, TICKED);
    await showMessage(editor.document.uri);
    const shown = await vscode.window.showTextDocument(editor.document, { preview: false });
    await type(shown, 'Skippers read', 'Sailors read');
    equal(await takeBack(editor.document.uri), false, 'taken back while unsaved');
    equal(shown.document.getText().includes('Sailors read'), true, 'what was typed');
    equal(await read(editor.document.uri), TICKED, 'the file');
    await shown.document.save();
    equal(await takeBack(editor.document.uri), false, 'taken back when saved');
  });

  it('is not reported where the user or git made it, or the design is the same', async () => {
    const [own, prose, moved, last] = [newPath(), newPath(), newPath(), newPath()];
    for (const path of [prose, moved, last]) await open(path, CLEAN);
    const editor = await open(own, CLEAN);
    await type(editor, STEP, STEP.replace('[ ]', '[x]'));
    await editor.document.save();
    await undo();
    await editor.document.save();
    // Git holds the lock while it writes files and log, however slow the machine is.
    const lock = await write('.git/index.lock', '');
    await write(moved, TICKED);
    await write('.git/HEAD', 'ref: refs/heads/main\n');
    const [old, now] = ['0'.repeat(40), '1'.repeat(40)];
    await write(
      '.git/logs/HEAD',
      `${old} ${now} A <a@b> 1795000000 +0100\tcheckout: moving from a to main\n`,
    );
    await vscode.workspace.fs.delete(lock);
    await afterTimeOf('.git/logs/HEAD');
    await write(prose, CLEAN.replace('Skippers read', 'Skippers  of all\nboats read'));
    await write(last, TICKED);
    await showMessage(place(last));
    for (const path of [own, prose, moved]) equal(await isReported(place(path)), false, path);
  });

  it('is reported as the setting says', async () => {
    const [other, last] = [newPath(), newPath()];
    const renamed = CLEAN.replace('Ida Holm', 'Ole Berg');
    for (const path of [other, last]) await open(path, CLEAN);
    await write(other, renamed);
    await write(last, TICKED);
    await showMessage(place(last));
    equal(await isReported(place(other)), false, 'another author');
    await configure('reportChanges', 'all');
    await closeAll();
    await write(last, TICKED.replace('Ida Holm', 'Ole Berg'));
    equal(await textAt((await showMessage(place(last))).original), TICKED, 'the earlier text');
  });

  it('is not reported while the setting is off', async () => {
    const [known, other] = [newPath(), newPath()];
    for (const path of [known, other]) await open(path, CLEAN);
    await write(known, TICKED);
    await showMessage(place(known));
    await configure('reportChanges', 'off');
    const document = await vscode.workspace.openTextDocument(place(other));
    await write(other, TICKED);
    await until('the change in the editor', () => document.getText() === TICKED);
    // Documents are compared in the order of their changes: once a later one is compared, this one was, too.
    await write(known, TICKED.replace('Ida Holm', 'Ole Berg'));
    await until('the end of the earlier report', async () => !(await isReported(place(known))));
    equal(await isReported(place(other)), false, 'the change of the other document');
  });
});
