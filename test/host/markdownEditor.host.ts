import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import { NEW_PLAN } from './planFixtures';
import {
  closeAll,
  configure,
  equal,
  findings,
  lineOf,
  newPath,
  remove,
  ruleOf,
  rulesIn,
  undo,
  until,
  write,
} from './support';

const EDITOR = 'vscode.markdown.editor';

/** True if VS Code has the editor: it came with 1.139. */
function hasEditor(): boolean {
  const markdown = vscode.extensions.getExtension('vscode.markdown-language-features');
  const { contributes } = (markdown?.packageJSON ?? {}) as {
    readonly contributes?: { readonly customEditors?: readonly { readonly viewType: string }[] };
  };
  return contributes?.customEditors?.some(({ viewType }) => viewType === EDITOR) === true;
}

const run = (name: string, argument?: unknown): Thenable<boolean> =>
  vscode.commands.executeCommand<boolean>(`designDocs.${name}`, argument);

describe("VS Code's Markdown Editor", () => {
  before(function () {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    // In Restricted Mode, VS Code does not load its Markdown Editor: it refuses to undo, and drops edits.
    if (!hasEditor() || folder?.uri.scheme !== 'file' || !vscode.workspace.isTrusted) this.skip();
  });

  const paths: string[] = [];
  afterEach(async () => {
    // No text editor may open while the user works in the Markdown Editor.
    const shown = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await configure('plan.setStatus', undefined);
    await remove(...paths.splice(0));
    equal(
      shown.map(({ document }) => document.uri.path),
      [],
      'text editors',
    );
  });

  /** Opens a document in the Markdown Editor, and waits until it can be edited there. */
  const opened = async (text: string): Promise<vscode.TextDocument> => {
    const path = newPath();
    paths.push(path);
    const uri = await write(path, text);
    await vscode.commands.executeCommand('vscode.openWith', uri, EDITOR);
    const document = await until('the document in the Markdown Editor', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      const isActive = input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString();
      return (
        isActive &&
        vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
      );
    });
    // VS Code refuses to undo until the editor has loaded, and drops edits before.
    await until('an editor that has loaded', () =>
      undo().then(
        () => true,
        () => false,
      ),
    );
    return document;
  };

  it('lets findings be fixed, and takes a fix back', async () => {
    const document = await opened(BROKEN);
    const missing = await until('the missing section', () =>
      findings(document.uri).find(
        (one) => ruleOf(one) === 'missing-section' && /Non-Goals/.test(one.message),
      ),
    );
    const { message, range } = missing;
    const finding = { rule: 'missing-section', message, range, severity: 'warning' };
    equal(await run('fixFinding', { uri: document.uri, finding }), true, 'outcome');
    equal(/^## Non-Goals$/m.test(document.getText()), true, 'the section is there');
    await until(
      'the end of the finding',
      () => !findings(document.uri).some((one) => one.message === message),
    );
    await undo();
    await until('the text as it was', () => document.getText() === BROKEN);
  });

  it('fills in what is not written, one place at a time', async () => {
    const text = CLEAN.replace('- A table opens within 200 ms.\n\n', '\n');
    const document = await opened(text);
    await until('the empty section', () => rulesIn(document.uri).includes('empty-section'));
    equal(await run('fillIn', { text: 'A table opens at once.' }), true, 'outcome');
    equal(document.getText(), text.replace('## Goals\n\n', '## Goals\n\nA table opens at once.\n\n'), 'text');
    equal(await run('fillIn', { text: 'More.' }), true, 'nothing is left');
    equal(document.getText().includes('More.'), false, 'nothing else was written');
  });

  it('refuses an answer that would be a heading', async () => {
    const text = CLEAN.replace('- A table opens within 200 ms.\n\n', '\n');
    const document = await opened(text);
    await until('the empty section', () => rulesIn(document.uri).includes('empty-section'));
    equal(await run('fillIn', { text: '# Tables' }), false, 'outcome');
    equal(document.getText(), text, 'text');
  });

  it('sets the status', async () => {
    const document = await opened(CLEAN);
    equal(await run('setStatus', { status: 'In Review' }), true, 'outcome');
    equal(document.getText(), CLEAN.replace('Status:** Draft', 'Status:** In Review'), 'text');
  });

  it('ticks steps, and adds comments to a row', async () => {
    const document = await opened(CLEAN);
    const { uri } = document;
    const line = lineOf(document, 'Step 2: Write the store');
    await configure('plan.completeMilestone', 'never');
    equal(await run('toggleStep', { uri, line: lineOf(document, 'Step 3: Print') }), true, 'outcome');
    equal(document.getText(), CLEAN.replace('[ ] Step 3', '[x] Step 3'), 'text');
    await run('addComment', { uri, row: { line }, text: 'Which store?' });
    equal(/Which store\?/.test(document.getText()), true, 'the comment');
    await configure('plan.completeMilestone', undefined);
  });

  it('goes to the next step in the Plan view', async () => {
    const document = await opened(NEW_PLAN);
    equal(await run('goToNextStep', { uri: document.uri }), true, 'outcome');
  });
});
