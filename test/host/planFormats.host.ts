import * as vscode from 'vscode';
import { NEW_PLAN } from './planFixtures';
import { closeAll, equal, lineOf, newPath, open, read, remove } from './support';

const PATH = '.kiro/specs/tides/tasks.md';
const KIRO = '# Implementation Plan\n\n- [x] 1. Saw\n- [-] 2. Show\n  - [~] 2.1 Draw\n  - [ ]* 2.2 Frame\n';
const LAST = '- [ ] Milestone 3: Sign tables\n';

async function run(command: string, argument?: object): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>(`designDocs.${command}`, argument)) ?? false;
}

describe('a plan of another tool', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', '.kiro');
  });

  it('is run by the commands, and keeps its signs', async () => {
    const editor = await open(PATH, KIRO);
    equal(await run('goToNextStep'), true, 'outcome');
    equal(editor.selection.active.line, lineOf(editor.document, '2.1 Draw'), 'line of the cursor');
    equal(await run('completeStep'), true, 'outcome');
    equal(editor.document.getText(), KIRO.replace('[~]', '[x]'), 'text');
    equal(await run('goToNextStep'), true, 'outcome');
    equal(editor.selection.active.line, lineOf(editor.document, '2. Show'), 'line of the cursor');
    equal(await run('completeStep'), true, 'outcome');
    equal(editor.document.getText(), KIRO.replace('[~]', '[x]').replace('[-]', '[x]'), 'text');
  });

  it('is taken into a design doc, as one edit', async () => {
    const source = (await open(PATH, KIRO)).document.uri;
    const { document } = await open(newPath(), NEW_PLAN);
    equal(await run('adoptPlan', { source }), true, 'outcome');
    const taken = '- [x] 1. Saw\n- [ ] 2. Show\n  - [ ] 2.1 Draw\n  - [ ] (optional) 2.2 Frame\n';
    equal(document.getText(), NEW_PLAN.replace(LAST, LAST + taken), 'text');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), NEW_PLAN, 'text after one undo');
    equal(await read(source), KIRO, 'the other file');
  });
});
