import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { LAST_STEP, NEW_PLAN } from './planFixtures';
import { answerYes, closeAll, configure, equal, lineOf, newPath, open, remove, type, until } from './support';

async function goToNext(): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.goToNextStep')) ?? false;
}

interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** The lenses of a document, as "line: title". */
async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const id = 'vscode.executeCodeLensProvider';
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(id, document.uri, 50);
  const own = found.filter(({ command }) => command?.command.startsWith('designDocs.'));
  return own.map(
    ({ range, command }) =>
      // Only a space that does not break keeps the icon away from the text.
      `${document.lineAt(range.start.line).text.trim()} | ${command?.title.replace('\u00a0', '_')}`,
  );
}

async function untilLenses(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  let seen: readonly string[] = [];
  await until('the lenses', async () => {
    seen = await lenses(document);
    return JSON.stringify(seen) === JSON.stringify(expected);
  }).catch(() => equal(seen, expected, 'lenses'));
}

describe('the next step', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs');
    await configure('codeLens', undefined);
  });

  it('is gone to by a command', async () => {
    const editor = await open(newPath(), CLEAN);
    equal(await goToNext(), true, 'outcome');
    equal(editor.selection.active.line, lineOf(editor.document, 'Handle a full disk'), 'line of the cursor');
    equal(vscode.window.visibleTextEditors.length, 1, 'editors');
  });

  it('is told of where nothing is left, and where there is no plan', async () => {
    const finished = LAST_STEP.replaceAll('[ ]', '[x]');
    const { document, selection } = await open(newPath(), finished);
    equal(await goToNext(), true, 'outcome');
    equal(vscode.window.activeTextEditor?.selection, selection, 'cursor');
    equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString(), 'editor');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('offers the status once every task is done', async () => {
    const finished = LAST_STEP.replaceAll('[ ]', '[x]');
    const editor = await open(newPath(), finished);
    equal(await goToNext(), true, 'outcome');
    const expected = finished.replace('In Progress', 'Implemented');
    await answerYes(() => editor.document.getText() === expected);
  });

  it('says that a person must settle a mark, and shows it', async () => {
    const odd = LAST_STEP.replaceAll('[ ]', '[x]').replace('- [x] Step 1: Draw', '- [~] Step 1: Draw');
    const editor = await open(newPath(), odd);
    equal(await goToNext(), true, 'outcome');
    const line = lineOf(editor.document, 'Step 1: Draw');
    await answerYes(() => vscode.window.activeTextEditor?.selection.active.line === line);
  });

  it('has lenses, and milestones say how far they are', async () => {
    const editor = await open(newPath(), CLEAN);
    await untilLenses(editor.document, [
      '# Design: Offline Tide Tables | $(pass)_Ready for review',
      '- [ ] Milestone 1: Store tables | $(checklist)_1/2 done',
      '- [ ] Milestone 1: Store tables | $(add)_Add Step',
      '- [ ] Handle a full disk | $(check)_Complete',
      '- [ ] Handle a full disk | $(send)_Hand Off',
      '- [ ] Milestone 2: Show tables | $(checklist)_1/3 done',
    ]);
    await type(editor, '- [ ] Handle', '- [x] Handle');
    await untilLenses(editor.document, [
      '# Design: Offline Tide Tables | $(pass)_Ready for review',
      '- [ ] Milestone 1: Store tables | $(checklist)_2/2 done',
      '- [ ] Step 2: Write the store | $(check)_Complete',
      '- [ ] Milestone 2: Show tables | $(checklist)_1/3 done',
    ]);
    await type(editor, '- [ ] Step 2: Write', '- [x] Step 2: Write');
    await untilLenses(editor.document, [
      '# Design: Offline Tide Tables | $(pass)_Ready for review',
      '- [ ] Milestone 1: Store tables | $(checklist)_2/2 done',
      '- [ ] Milestone 1: Store tables | $(check)_Complete',
      '- [ ] Milestone 2: Show tables | $(checklist)_1/3 done',
    ]);
  });

  it('is to start a milestone where none has steps', async () => {
    const { document } = await open(newPath(), NEW_PLAN);
    await untilLenses(document, [
      '# Design: Offline Tide Tables | $(pass)_Ready for review',
      '- [ ] Milestone 1: Store tables | $(play)_Start',
      '- [ ] Milestone 1: Store tables | $(send)_Hand Off',
    ]);
  });

  it('is told by the hover on its line, with the check that proves it', async () => {
    const text = CLEAN.replace(
      'Handle a full disk',
      'Handle a full disk, verify: `npm run disk` (src/disk.ts)',
    );
    const { document } = await open(newPath(), text);
    const line = lineOf(document, 'Handle a full disk');
    const shown = await until('the hover', async () => {
      const id = 'vscode.executeHoverProvider';
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        id,
        document.uri,
        new vscode.Position(line, 12),
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((one) => (one as vscode.MarkdownString).value.replaceAll('&nbsp;', ' ')),
      );
      return texts.find((one) => one.includes('It is the next step'));
    });
    equal(/Files of its check/.test(shown) && shown.includes('```sh\nnpm run disk\n```'), true, shown);
  });

  it('has no lens where the user wants none', async () => {
    const { document } = await open(newPath(), CLEAN);
    await until('lenses', async () => (await lenses(document)).length > 0);
    await configure('codeLens', false);
    await untilLenses(document, []);
  });

  it('leads there by keys that VS Code does not use itself', async () => {
    const manifest = vscode.extensions.getExtension('design-docs.design-docs')?.packageJSON;
    const place = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(place)).getText();
    const builtIn: Keybinding[] = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
    equal(
      builtIn.some(({ key }) => key === 'f1'),
      true,
      'keys that are known',
    );
    const own: Keybinding[] = manifest.contributes.keybindings;
    // Keys of the rows of the Plan view do there what such keys do in trees.
    for (const { key, command } of own.filter((each) => !each.when?.includes('focusedView'))) {
      // Keys of the chat work where it has the focus, and ours in editors.
      const taken = builtIn.filter((other) => other.key === key && !/chat/i.test(other.when ?? ''));
      equal(
        taken.filter((other) => other.command !== command),
        [],
        `other uses of the key of ${command}`,
      );
    }
  });
});
