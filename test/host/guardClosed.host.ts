import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import {
  isReported,
  LOST,
  showMessage,
  showsSeveral,
  TICKED,
  takeBack,
  textAt,
  writeOutside,
} from './guarded';
import { answerYes, closeAll, configure, equal, newPath, open, place, read, remove, write } from './support';

/** Lists all design docs twice: when the second list is there, the texts of the first one were read. */
async function listAll(): Promise<void> {
  for (const _ of [1, 2]) equal(await vscode.commands.executeCommand('designDocs.checkAll'), true, 'checked');
  await vscode.commands.executeCommand('notifications.clearAll');
}

function isOpen(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === key);
}

describe('a change of a closed document by another program', () => {
  before(() => configure('reportChanges', undefined));
  after(() => configure('reportChanges', 'off'));
  afterEach(async () => {
    await configure('checkAll', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
  });

  it('is reported, shown and taken back where the document was closed', async () => {
    const path = newPath();
    const { document } = await open(path, CLEAN);
    await closeAll();
    await writeOutside(path, TICKED);
    const { original } = await showMessage(document.uri);
    equal(await textAt(original), CLEAN, 'the earlier text');
    await closeAll();
    equal(await takeBack(document.uri), true, 'taken back');
    equal(await read(document.uri), CLEAN, 'the file');
    equal(await isReported(document.uri), false, 'the change after that');
  });

  it('is taken back with the bytes of a document that was never open', async () => {
    const bytes = `\uFEFF${CLEAN.replaceAll('\n', '\r\n')}`;
    const path = newPath();
    const uri = await write(path, bytes);
    await listAll();
    equal(isOpen(uri), false, 'an open document');
    await writeOutside(path, LOST);
    await showMessage(uri);
    equal(await takeBack(uri), true, 'taken back');
    const saved = await vscode.workspace.fs.readFile(uri);
    equal([...saved], [...new TextEncoder().encode(bytes)], 'the bytes');
  });

  it('is reported once for two documents', async function () {
    // Where the machine is busy, VS Code may report the two files so far apart in time that each gets its own message.
    this.retries(5);
    const paths = [newPath(), newPath()];
    for (const path of paths) await write(path, CLEAN);
    await listAll();
    await Promise.all(paths.map((path, at) => writeOutside(path, at === 0 ? TICKED : LOST)));
    await answerYes(showsSeveral);
    for (const path of paths) equal(await takeBack(place(path)), true, path);
    for (const path of paths) equal(await read(place(path)), CLEAN, path);
  });
});
