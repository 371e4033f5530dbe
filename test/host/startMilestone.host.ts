import * as vscode from 'vscode';
import { NEW_PLAN, STARTED } from './planFixtures';
import {
  answerYes,
  closeAll,
  configure,
  equal,
  lineOf,
  newPath,
  open,
  remove,
  type,
  undo,
  until,
  write,
} from './support';

const FIRST = '- [ ] Milestone 1: Store tables';
const SECOND = '- [ ] Milestone 2: Show tables';
const STUBS = '  - [ ] Step 1: <single actionable task>\n  - [ ] Step 2: <single actionable task>';

async function start(argument?: object): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.startMilestone', argument)) ?? false;
}

/** The document with steps under a milestone. */
function withSteps(text: string, milestone: string): string {
  return text.replace(milestone, `${milestone}\n${STUBS}`);
}

describe('starting a milestone', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    await remove('docs');
    await configure('plan.setStatus', undefined);
  });

  it('writes its steps as tab stops, and nothing else where that is not wanted', async () => {
    await configure('plan.setStatus', 'never');
    const editor = await open(newPath(), NEW_PLAN);
    const { document } = editor;
    equal(await start(), true, 'outcome');
    equal(document.getText(), withSteps(NEW_PLAN, FIRST), 'text');
    equal(document.getText(editor.selection), '<single actionable task>', 'first tab stop');
    await vscode.commands.executeCommand('type', { text: 'Choose a format' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(editor.selection.start.line, lineOf(document, FIRST) + 2, 'line of the second tab stop');
    await vscode.commands.executeCommand('type', { text: 'Write the store' });
    const typed = `${FIRST}\n  - [ ] Step 1: Choose a format\n  - [ ] Step 2: Write the store`;
    equal(document.getText(), NEW_PLAN.replace(FIRST, typed), 'text after typing');
  });

  it('sets the status and moves the next steps along first where that is always wanted', async () => {
    await configure('plan.setStatus', 'always');
    const { document } = await open(newPath(), NEW_PLAN);
    await start();
    equal(document.getText(), withSteps(STARTED, FIRST), 'text');
    await undo();
    equal(document.getText(), STARTED, 'text after one undo');
    await undo();
    equal(document.getText(), NEW_PLAN, 'text after another');
  });

  it('asks nothing by default: it moves the next steps along, and guesses no status', async () => {
    const { document } = await open(newPath(), NEW_PLAN);
    equal(await start(), true, 'outcome');
    const expected = STARTED.replace('**Status:** In Progress', '**Status:** Draft');
    equal(document.getText(), withSteps(expected, FIRST), 'text');
  });

  it('asks before it does that where the setting says so, and the answer counts for the text as it is by then', async () => {
    await configure('plan.setStatus', 'ask');
    const editor = await open(newPath(), NEW_PLAN);
    const { document } = editor;
    await start();
    equal(document.getText(), withSteps(NEW_PLAN, FIRST), 'text before the answer');
    await vscode.commands.executeCommand('type', { text: 'Choose a format' });
    await type(editor, '## Summary', 'One more line.\n\n## Summary');
    await answerYes(() => document.getText().includes('**Status:** In Progress'));
    const expected = withSteps(STARTED, FIRST)
      .replace('<single actionable task>', 'Choose a format')
      .replace('## Summary', 'One more line.\n\n## Summary');
    equal(document.getText(), expected, 'text after the answer');
    equal(editor.selection.active.line, lineOf(document, 'Choose a format'), 'line of the cursor');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    equal(document.getText(editor.selection), '<single actionable task>', 'next tab stop');
  });

  it('takes the milestone at the cursor, or the one that is named', async () => {
    await configure('plan.setStatus', 'never');
    const editor = await open(newPath(), NEW_PLAN);
    const { document } = editor;
    const place = new vscode.Position(lineOf(document, SECOND), 4);
    editor.selection = new vscode.Selection(place, place);
    await start();
    equal(document.getText(), withSteps(NEW_PLAN, SECOND), 'text');
    await start({ uri: document.uri, line: lineOf(document, FIRST) });
    equal(document.getText(), withSteps(withSteps(NEW_PLAN, SECOND), FIRST), 'text');
  });

  it('asks which one where nothing says it', async () => {
    await configure('plan.setStatus', 'never');
    const text = NEW_PLAN.replace(FIRST, FIRST.replace('[ ]', '[x]'));
    const { document } = await open(newPath(), text);
    const started = start();
    await until('the steps of the milestone that is listed first', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() === withSteps(text, SECOND);
    });
    equal(await started, true, 'outcome');
  });

  it('keeps to the line ends of the file', async () => {
    await configure('plan.setStatus', 'always');
    const text = NEW_PLAN.replaceAll('\n', '\r\n');
    const editor = await open(newPath(), text);
    await start();
    equal(editor.document.getText(), withSteps(STARTED, FIRST).replaceAll('\n', '\r\n'), 'text');
    equal(editor.document.getText(editor.selection), '<single actionable task>', 'first tab stop');
  });

  it('puts the steps where the milestone is by then, however much is typed', async () => {
    await configure('plan.setStatus', 'always');
    for (let round = 0; round < 10; round++) {
      const editor = await open(newPath(), NEW_PLAN);
      const typing = () => editor.edit((builder) => builder.insert(new vscode.Position(6, 0), 'Typed.\n\n'));
      const early = round % 2 === 0 ? typing() : undefined;
      const started = start({ uri: editor.document.uri, line: lineOf(editor.document, FIRST) });
      for (let hop = 0; hop < round; hop++) await vscode.workspace.fs.stat(editor.document.uri);
      const [typed, outcome] = await Promise.all([early ?? typing(), started]);
      equal(outcome, true, `outcome of round ${round}`);
      const expected = withSteps(STARTED, FIRST);
      equal(
        editor.document.getText(),
        typed ? expected.replace(/^((?:.*\n){6})/, '$1Typed.\n\n') : expected,
        `text after round ${round}`,
      );
    }
  });

  it('opens the text where an editor shows the document without its Markdown', async () => {
    await configure('plan.setStatus', 'never');
    const uri = await write(newPath(), NEW_PLAN);
    // Not awaited: where the editor's own page cannot be shown, its tab is there all the same.
    void vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
    await until('the custom editor', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString();
    });
    equal(await start(), true, 'outcome');
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), uri.toString(), 'document in the text editor');
    equal(editor?.document.getText(), withSteps(NEW_PLAN, FIRST), 'text');
  });

  it('refuses a line without a milestone, and one that is done', async () => {
    const text = NEW_PLAN.replace(FIRST, FIRST.replace('[ ]', '[x]'));
    const { document } = await open(newPath(), text);
    equal(await start({ uri: document.uri, line: 0 }), false, 'outcome on the title');
    const done = lineOf(document, 'Milestone 1: Store tables');
    equal(await start({ uri: document.uri, line: done }), false, 'outcome on what is done');
    equal(document.getText(), text, 'text');
  });
});
