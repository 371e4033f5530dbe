import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { closeAll, EXTENSION_ID, equal, newPath, open, remove, until } from './support';

describe('activation', () => {
  after(async () => {
    await closeAll();
    await remove('docs');
  });

  it('happens when a Markdown document opens', async () => {
    await open(newPath(), CLEAN);
    await until('the extension', () => vscode.extensions.getExtension(EXTENSION_ID)?.isActive);
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(EXTENSION_ID)?.packageJSON;
    const titled: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const known = await vscode.commands.getCommands(true);
    equal(
      titled.filter((id) => !known.includes(id)),
      [],
      'commands without code',
    );
    const ofViews = /^designDocs\.(?:plan|documents)\./;
    const own = known.filter((id) => id.startsWith('designDocs.') && !ofViews.test(id));
    equal(
      own.filter((id) => !titled.includes(id)),
      [],
      'commands without a title',
    );
  });
});
