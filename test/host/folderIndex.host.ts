import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import {
  closeAll,
  equal,
  findings,
  names,
  open,
  place,
  read,
  remove,
  rulesIn,
  type,
  undo,
  until,
  untilRules,
  write,
} from './support';

const FOLDER = 'docs/design_docs';
const README = `# Docs

| # | Doc | Status |
| - | --- | --- |
| 0601 | [Offline Tide Tables](0601-tides.md) | Implemented |
| 0602 | [Lights](0602-lights.md) | Draft |
| 0609 | [Gone](0609-gone.md) | Draft |
`;
const LIGHTS = CLEAN.replace('Offline Tide Tables', 'Lights');

describe('the index of a folder', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
  });

  it('is compared with the open document, and with what is in the folder now', async () => {
    await write(`${FOLDER}/README.md`, README);
    await write(`${FOLDER}/0602-lights.md`, LIGHTS);
    const editor = await open(`${FOLDER}/0601-tides.md`, CLEAN);
    const { uri } = editor.document;
    await untilRules(uri, ['index-drift']);
    equal(
      findings(uri)[0]?.message ?? '',
      'The index README.md says "Implemented" on line 5: expected the status of this document.',
      'message',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      findings(uri)[0]?.range,
    );
    const titles = actions.map(({ title }) => title).filter((title) => title.startsWith('Update'));
    equal(titles.join(), 'Update Row in Index,Update Index', 'the light bulb');
    await write(`${FOLDER}/README.md`, README.replace('Implemented', 'Draft'));
    await untilRules(uri, []);
    await write(`${FOLDER}/0601-another.md`, LIGHTS);
    await untilRules(uri, ['file-number']);
    await remove(`${FOLDER}/0601-another.md`);
    await untilRules(uri, []);
  });

  it('is updated by a command, as one edit, and names what is left', async () => {
    const index = await write(`${FOLDER}/README.md`, README);
    await write(`${FOLDER}/0602-lights.md`, LIGHTS);
    await write(`${FOLDER}/0603-bells.md`, LIGHTS.replace('Lights', 'Bells'));
    const editor = await open(`${FOLDER}/0601-tides.md`, CLEAN);
    await until('the findings', () => rulesIn(editor.document.uri).includes('index-drift'));
    equal(await vscode.commands.executeCommand<boolean>('designDocs.updateIndex'), true, 'outcome');
    const shown = vscode.window.activeTextEditor?.document;
    equal(shown?.uri.toString(), index.toString(), 'active document');
    const expected = README.replace('Implemented', 'Draft').replace(
      '| 0609',
      '| 0603 | [Bells](0603-bells.md) | Draft |\n| 0609',
    );
    equal(shown?.getText(), expected, 'text');
    await until('the calm', () => !rulesIn(editor.document.uri).includes('index-drift'));
    await undo();
    equal(shown?.getText(), README, 'text after one undo');
    const row = 'designDocs.updateIndexRow';
    equal(await vscode.commands.executeCommand<boolean>(row, editor.document.uri), true, 'row');
    equal(shown?.getText(), README.replace('Implemented', 'Draft'), 'text with one row corrected');
    await undo();
    await type(await vscode.window.showTextDocument(index), '# Docs', '# Documents');
    equal(
      await vscode.commands.executeCommand<boolean>('designDocs.updateIndex', editor.document.uri),
      true,
      'with unsaved text',
    );
    equal(shown?.getText(), expected.replace('# Docs', '# Documents'), 'unsaved text');
    equal(await read(index), README, 'the file');
  });

  it('follows a document that gets another number, with all links to it', async () => {
    const index = await write(`${FOLDER}/README.md`, README);
    await write(
      `${FOLDER}/0602-lights.md`,
      LIGHTS.replace('## Goals', 'After [tides](0601-tides.md#goals).\n\n## Goals'),
    );
    const editor = await open(`${FOLDER}/0601-tides.md`, `${CLEAN}\nSee [itself](./0601-tides.md).\n`);
    const { uri } = editor.document;
    const taken = { uri, number: '0602' };
    equal(
      await vscode.commands.executeCommand<boolean>('designDocs.renumber', taken),
      false,
      'a taken number',
    );
    equal(
      await vscode.commands.executeCommand<boolean>('designDocs.renumber', { uri, number: '0610' }),
      true,
      'outcome',
    );
    equal((await names(FOLDER)).join(), '0602-lights.md,0610-tides.md,README.md', 'names');
    const textOf = async (path: string): Promise<string> =>
      (await vscode.workspace.openTextDocument(place(path))).getText();
    equal(await textOf(`${FOLDER}/0610-tides.md`), `${CLEAN}\nSee [itself](./0610-tides.md).\n`, 'itself');
    equal(await textOf(`${FOLDER}/README.md`), README.replaceAll('0601', '0610'), 'index');
    equal((await textOf(`${FOLDER}/0602-lights.md`)).includes('[tides](0610-tides.md#goals)'), true, 'link');
    await until('the saved index', async () => (await read(index)).includes('0610'));
  });

  it('says so where there is none', async () => {
    await open(`${FOLDER}/0605-alone.md`, CLEAN);
    equal(await vscode.commands.executeCommand<boolean>('designDocs.updateIndex'), false, 'outcome');
    equal(
      vscode.window.activeTextEditor?.document.uri.path,
      place(`${FOLDER}/0605-alone.md`).path,
      'active document',
    );
  });
});
