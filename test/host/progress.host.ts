import * as vscode from 'vscode';
import { closeAll, equal, until } from './support';

/** The tabs of the Progress panel. */
function panels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('design-docs.progress'),
    );
}

describe('the Progress panel', () => {
  afterEach(closeAll);

  it('is opened once, and again after it was closed', async () => {
    for (let time = 0; time < 2; time++) {
      equal(await vscode.commands.executeCommand('designDocs.showProgress'), true, 'outcome');
      await until('the panel', () => panels().length === 1);
      equal(await vscode.commands.executeCommand('designDocs.showProgress'), true, 'outcome');
      equal(panels().length, 1, 'panels');
      equal(panels()[0]?.label, 'Progress', 'title');
      await closeAll();
      await until('no panel', () => panels().length === 0);
    }
  });
});
