import * as vscode from 'vscode';
import { commitFile } from './repository';
import {
  closeAll,
  equal,
  findings,
  newPath,
  open,
  place,
  remove,
  ruleOf,
  type,
  undo,
  until,
} from './support';

const TEXT = '# Design: Kettle\n\n## Summary\n\nIt boils.\n';

/** True where the extension may run git. */
function hasGit(): boolean {
  return vscode.env.remoteName !== undefined && vscode.workspace.isTrusted && place('').scheme === 'file';
}

function isHeard(uri: vscode.Uri): boolean {
  return findings(uri).some((finding) => ruleOf(finding) === 'missing-section');
}

describe('a document without a status', () => {
  const path = newPath();

  afterEach(async () => {
    await closeAll();
    await remove('.git', path);
  });

  it('is heard until the default branch has it, and again once it is edited', async () => {
    const editor = await open(path, TEXT);
    const { uri } = editor.document;
    await until('the findings of a draft', () => isHeard(uri));
    await commitFile(path, TEXT);
    if (!hasGit()) {
      equal(isHeard(uri), true, 'heard where git does not run');
      return;
    }
    await until('the calm of a merged document', () => !isHeard(uri));
    await type(editor, 'It boils', 'Now ');
    await until('the findings of an edited document', () => isHeard(uri));
    await undo();
    await until('the calm after undoing', () => !isHeard(uri));
  });
});
