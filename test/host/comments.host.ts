import * as vscode from 'vscode';
import { CLEAN } from './fixtures';
import { closeAll, equal, lineOf, newPath, open, remove, type, undo, until } from './support';

const GOALS = '## Goals';

/** The ids of the comments in a document's text. */
function idsIn(document: vscode.TextDocument): string[] {
  return [...document.getText().matchAll(/^ *id: (\w+)$/gm)].map(([, id = '']) => id);
}

const run = (name: string, argument?: unknown): Thenable<boolean> =>
  vscode.commands.executeCommand<boolean>(`designDocs.${name}`, argument);

describe('review comments', () => {
  const paths: string[] = [];
  const opened = async (text = CLEAN): Promise<vscode.TextDocument> => {
    const path = newPath();
    paths.push(path);
    return (await open(path, text)).document;
  };
  afterEach(async () => {
    await closeAll();
    await remove(...paths.splice(0));
  });

  it('are added, answered, resolved and reopened, each as one edit', async () => {
    const document = await opened();
    const { uri } = document;
    const line = lineOf(document, GOALS) + 2;
    equal(await run('addComment', { uri, line, text: 'Why offline?' }), true, 'outcome');
    const [id = ''] = idsIn(document);
    const added = document.getText();
    equal(/^ *state: open$/m.test(added) && added.includes('Why offline?\n'), true, added);
    equal(await run('replyToComment', { uri, id, text: 'There is no network.' }), true, 'reply');
    equal(await run('resolveComment', { uri, id }), true, 'resolve');
    equal(/^ *state: resolved$/m.test(document.getText()), true, 'state');
    equal(document.getText().includes('There is no network.'), true, 'the reply');
    equal(await run('resolveComment', { uri, id }), false, 'resolved again');
    equal(await run('reopenComment', { uri, id }), true, 'reopen');
    equal(/^ *state: open$/m.test(document.getText()), true, 'state');
    for (let at = 0; at < 4; at++) await undo();
    await until('the text as it was', () => document.getText() === CLEAN);
  });

  it('are refused where there is none of that id, and where no design doc is', async () => {
    const { uri } = await opened();
    equal(await run('resolveComment', { uri, id: 'abcdef' }), false, 'unknown id');
    const notes = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes\n' });
    equal(await run('addComment', { uri: notes.uri, line: 0, text: 'Why?' }), false, 'no design doc');
    equal(notes.getText(), '# Notes\n', 'text');
  });

  it('keep the text that is typed meanwhile, and follow their block', async () => {
    const document = await opened();
    const { uri } = document;
    const line = lineOf(document, GOALS) + 2;
    await run('addComment', { uri, line, text: 'Why offline?' });
    const editor = await vscode.window.showTextDocument(document);
    await type(editor, GOALS, '## Aims\n\nNone.\n\n## Goals');
    const [id = ''] = idsIn(document);
    equal(await run('resolveComment', { uri, id, text: 'Done.' }), true, 'outcome');
    equal(document.getText().includes('## Aims\n\nNone.\n\n## Goals'), true, 'typed text');
    equal(document.getText().includes('Done.\n'), true, 'reply');
  });
});
