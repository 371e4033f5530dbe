import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { closeAll, equal, newPath, open, place, read, remove, rulesIn, until, untilRules } from './support';

describe('everyday comfort', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', 'notes');
  });

  it('writes a new design doc into the folder that is pressed', async () => {
    await open(newPath('notes/ideas'), CLEAN);
    const id = 'designDocs.newDesignDocHere';
    const argument = { uri: place('notes/ideas'), title: 'Tide Bells', template: 'design' };
    equal(await vscode.commands.executeCommand(id, argument), true, 'outcome');
    const uri = vscode.window.activeTextEditor?.document.uri;
    equal(uri?.path.includes('/notes/ideas/') && uri.path.endsWith('tide-bells.md'), true, uri?.path);
    equal(await vscode.commands.executeCommand(id, vscode.Uri.file('/elsewhere')), false, 'outcome outside');
  });

  it('opens the template of a document beside it', async () => {
    const { document } = await open(newPath(), CLEAN);
    await untilRules(document.uri, []);
    equal(await vscode.commands.executeCommand('designDocs.openTemplate'), true, 'outcome');
    const shown = vscode.window.activeTextEditor?.document;
    equal(shown?.uri.path.endsWith('/media/templates/design.md'), true, shown?.uri.path);
  });

  it('reports no broken link where VS Code does so itself', async () => {
    const text = CLEAN.replace('## Goals', 'See [more](gone.md).\n\n## Goals');
    const { document } = await open(newPath(), text);
    await untilRules(document.uri, ['broken-link']);
    const validate = vscode.workspace.getConfiguration('markdown.validate');
    try {
      await validate.update('enabled', true, vscode.ConfigurationTarget.Global);
      await until('the finding to go', () => rulesIn(document.uri).length === 0);
      equal(await read(document.uri), text, 'text');
    } finally {
      await validate.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    await untilRules(document.uri, ['broken-link']);
  });
});
