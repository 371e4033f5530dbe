import * as vscode from 'vscode';
import { NEW_PLAN } from './planFixtures';
import { closeAll, equal, lineOf, newPath, open, read, remove, write } from './support';

const PATH = '.kiro/specs/tides/tasks.md';
const KIRO = '# Implementation Plan\n\n- [x] 1. Saw\n- [-] 2. Show\n  - [~] 2.1 Draw\n  - [ ]* 2.2 Frame\n';
const LAST = '- [ ] Milestone 3: Sign tables\n';

async function invoke<T>(tool: string): Promise<T> {
  const { content } = await vscode.lm.invokeTool(`designdocs_${tool}`, {
    input: {},
    toolInvocationToken: undefined,
  });
  const [part] = content;
  if (!(part instanceof vscode.LanguageModelTextPart)) throw new Error('no text');
  return JSON.parse(part.value);
}

async function run(command: string, argument?: object): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>(`designDocs.${command}`, argument)) ?? false;
}

describe('a plan of another tool', () => {
  afterEach(async () => {
    await closeAll();
    await remove('docs', '.kiro', '.hidden');
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

  it('is found by the tools without its path', async () => {
    await write(PATH, KIRO);
    await write('.hidden/specs/tides/tasks.md', KIRO);
    const { documents } = await invoke<{ documents: { path: string; planFormat: string; stage: string }[] }>(
      'list_docs',
    );
    equal(
      documents.filter(({ planFormat }) => planFormat).map(({ path, stage }) => [path, stage]),
      [[PATH, 'progress']],
      'plans',
    );
    const { path, next } = await invoke<{ path: string; next: { line: number } }>('next_step');
    equal([path, next.line], [PATH, 5], 'next step');
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
