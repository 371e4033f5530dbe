import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import {
  closeAll,
  configure,
  equal,
  findings,
  newPath,
  place,
  remove,
  rulesIn,
  until,
  write,
} from './support';

describe('the check of all design docs', () => {
  afterEach(async () => {
    await configure('checkAll', undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
  });

  it('shows the findings of closed documents, and follows files as they come, change and go', async () => {
    const [broken, clean] = [await write(newPath(), BROKEN), await write(newPath(), CLEAN)];
    equal(await vscode.commands.executeCommand<boolean>('designDocs.checkAll'), true, 'outcome');
    await until('the findings', () => findings(broken).length > 3);
    equal(findings(clean).length, 0, 'findings of the clean document');
    const closed = rulesIn(broken).join();
    const shown = JSON.stringify(findings(broken));
    await vscode.window.showTextDocument(broken);
    await until('the findings of the open document, once', () => JSON.stringify(findings(broken)) === shown);
    equal(rulesIn(broken).join(), closed, 'rules');
    await write(clean.path.slice(place('').path.length), BROKEN);
    await until('the findings of the changed document', () => findings(clean).length > 3);
    await vscode.workspace.fs.delete(clean);
    await until('nothing of the deleted document', () => findings(clean).length === 0);
  });

  it('is made as long as the setting wants it', async () => {
    const uri = await write(newPath(), BROKEN);
    await configure('checkAll', true);
    await until('the findings', () => findings(uri).length > 3);
    await configure('checkAll', false);
    await until('the calm', () => findings(uri).length === 0);
  });
});
