import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { afterTimeOf, isReported, showMessage, TICKED } from './guarded';
import { closeAll, configure, equal, newPath, open, place, read, remove, until, write } from './support';

/** Runs git in the workspace folder; undefined in the web, where there is none. */
function gitProgram(): ((...args: readonly string[]) => void) | undefined {
  const processes = globalThis.process?.getBuiltinModule?.('node:child_process');
  const author = ['-c', 'user.name=Ida Holm', '-c', 'user.email=ida@example.org'];
  const cwd = place('.').fsPath;
  return processes && ((...args) => void processes.execFileSync('git', [...author, ...args], { cwd }));
}

describe('a change by git', () => {
  before(() => configure('reportChanges', undefined));
  after(() => configure('reportChanges', 'off'));
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs', '.git');
  });

  it('is not reported where it applies a stash, and is where it restores a file', async function () {
    const git = gitProgram();
    if (!git) return this.skip();
    const [stashed, restored] = [newPath(), newPath()];
    await write(stashed, CLEAN);
    await write(restored, TICKED);
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', stashed, restored);
    git('commit', '--quiet', '--message', 'Two documents');
    await write(stashed, TICKED);
    git('stash', '--quiet');
    const { document } = await open(stashed, await read(place(stashed)));
    equal(document.getText(), CLEAN, 'the text without the stash');
    await open(restored, CLEAN);
    git('stash', 'apply', '--quiet');
    await until('the stash in the editor', () => document.getText() === TICKED);
    await afterTimeOf('.git/AUTO_MERGE');
    git('restore', restored);
    await showMessage(place(restored));
    equal(await isReported(place(stashed)), false, 'the stash');
  });
});
