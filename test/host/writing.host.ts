import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import {
  closeAll,
  equal,
  lineOf,
  newPath,
  open,
  rangeOf,
  remove,
  rulesIn,
  until,
  untilRules,
  write,
} from './support';

/** Asks as the editor does, until the answer holds something of ours: other providers answer, too. */
async function labels(
  uri: vscode.Uri,
  position: vscode.Position,
  wanted: string,
): Promise<vscode.CompletionItem> {
  return until(`the completion "${wanted}"`, async () => {
    const id = 'vscode.executeCompletionItemProvider';
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(id, uri, position);
    return list.items.find(({ label }) => label === wanted);
  });
}

describe('writing', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', '.design-docs.json');
  });

  it('shows requirement and guidance on a heading that the template knows', async () => {
    const { document } = await open(newPath(), CLEAN);
    const position = rangeOf(document, 'Next Steps').start;
    const text = await until('the hover', async () => {
      const id = 'vscode.executeHoverProvider';
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(id, document.uri, position);
      const all = hovers.flatMap(({ contents }) => contents);
      const shown = all.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
      return shown.includes('Required') && shown;
    });
    equal(/1 to 3 list items/.test(text.replaceAll('&nbsp;', ' ')), true, `hover ${text}`);
  });

  it('completes a missing section with its guidance', async () => {
    const { document } = await open(
      newPath(),
      CLEAN.replace('## Non-Goals\n\n- Forecasts of the weather.\n', '## \n'),
    );
    const line = lineOf(document, '## \n');
    const item = await labels(document.uri, new vscode.Position(line, 3), 'Non-Goals');
    const text = item.insertText instanceof vscode.SnippetString ? item.insertText.value : '';
    equal(text.startsWith('## Non-Goals'), true, text);
  });

  it('completes header fields, status words and steps', async () => {
    const { document } = await open(newPath(), CLEAN.replace('**Author:** Ida Holm', ''));
    await labels(document.uri, new vscode.Position(3, 0), 'Author');
    const status = rangeOf(document, '**Status:** ').end;
    await labels(document.uri, status, 'In Progress');
    const plan = await open(newPath(), CLEAN.replace('- [ ] Milestone 2', '\n- [ ] Milestone 2'));
    await labels(
      plan.document.uri,
      new vscode.Position(lineOf(plan.document, '- [ ] Milestone 2') - 1, 0),
      'Milestone',
    );
  });

  it('walks from one open placeholder to the next, and round again', async () => {
    const editor = await open(
      newPath(),
      CLEAN.replace('200 ms.', '<some number of> ms.').replace('a full disk', '<that other thing>'),
    );
    await untilRules(editor.document.uri, ['leftover-placeholder', 'leftover-placeholder']);
    const selected: string[] = [];
    for (let count = 0; count < 3; count++) {
      await vscode.commands.executeCommand('designDocs.nextPlaceholder');
      selected.push(editor.document.getText(editor.selection));
    }
    equal(selected, ['<some number of>', '<that other thing>', '<some number of>']);
  });

  it('finds a link to a file that is not there, and is content when it comes', async () => {
    const editor = await open(newPath(), CLEAN.replace('200 ms.', '200 ms ([how](tide-tables.md)).'));
    await untilRules(editor.document.uri, ['broken-link']);
    const made = new vscode.WorkspaceEdit();
    made.createFile(vscode.Uri.joinPath(editor.document.uri, '..', 'tide-tables.md'));
    equal(await vscode.workspace.applyEdit(made), true, 'outcome');
    await untilRules(editor.document.uri, []);
  });

  it('takes levels, words and scope from the project, and says what is wrong in its file', async () => {
    const { document } = await open(newPath('notes'), `${CLEAN.replace('Draft', 'Brewing')}\n## Notes\n`);
    await untilRules(document.uri, ['status-value', 'empty-section']);
    const config = { statuses: { draft: ['brewing'] }, rules: { 'empty-section': 'off' } };
    await write('.design-docs.json', JSON.stringify(config));
    await untilRules(document.uri, []);
    const uri = await write('.design-docs.json', '{ "rulez": {} }');
    await until('the problem, with what was meant', () => {
      return vscode.languages
        .getDiagnostics(uri)
        .some(({ message }) => message.includes('did you mean "rules"'));
    });
    equal(rulesIn(document.uri), [], 'what was good stays in force');
    await remove('.design-docs.json', 'notes');
    await untilRules(document.uri, ['status-value', 'empty-section']);
  });
});
