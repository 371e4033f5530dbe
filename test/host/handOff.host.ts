import * as vscode from 'vscode';
import { LAST_STEP } from './planFixtures';
import { closeAll, configure, equal, newPath, open, place, read, remove, until } from './support';

const STEP = 'Step 2: Write the store';

async function handOff(to: string): Promise<boolean> {
  return (await vscode.commands.executeCommand<boolean>('designDocs.handOff', { to })) ?? false;
}

/** True where the extension may start something in a terminal. */
function hasTerminal(): boolean {
  return vscode.env.remoteName !== undefined && vscode.workspace.isTrusted && place('').scheme === 'file';
}

describe('handing off', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await remove('docs', 'handed.md');
    await configure('handOff.limit', undefined);
    await configure('handOff.command', undefined);
  });

  it('opens the next step in a new editor, and it is no design doc', async () => {
    const { document } = await open(newPath(), LAST_STEP);
    equal(await handOff('editor'), true, 'outcome');
    const shown = vscode.window.activeTextEditor?.document;
    equal(shown?.isUntitled, true, 'untitled');
    const text = shown?.getText() ?? '';
    equal(text.includes(STEP), true, 'the step in the text');
    equal(text.includes(vscode.workspace.asRelativePath(document.uri)), true, 'the path in the text');
    equal(vscode.languages.getDiagnostics(shown?.uri ?? document.uri), [], 'findings');
  });

  it('keeps to the limit that the user sets', async () => {
    const goal = '- A table opens within 200 ms.\n';
    const { document } = await open(newPath(), LAST_STEP.replace(goal, goal.repeat(1_000)));
    const handed = async (): Promise<number> => {
      await vscode.window.showTextDocument(document);
      await handOff('editor');
      return vscode.window.activeTextEditor?.document.getText().length ?? 0;
    };
    const length = await handed();
    equal(length > 10_000 && length <= 12_000, true, `${length} characters, at most 12,000`);
    await configure('handOff.limit', 4_000);
    const shorter = await handed();
    equal(shorter > 2_000 && shorter <= 4_000, true, `${shorter} characters, at most 4,000`);
  });

  it('types the command of the user, and a path alone, into a terminal', async () => {
    const trap = `${STEP} $(touch trap) \`touch trap\` "; touch trap; '`;
    await open(newPath(), LAST_STEP.replace(STEP, trap));
    await configure('handOff.command', 'cp {file} handed.md');
    equal(await handOff('terminal'), hasTerminal(), 'outcome');
    if (!hasTerminal()) return;
    const text = await until('the file from the terminal', async () => {
      const copied = await read(place('handed.md')).catch(() => '');
      return copied.length > 0 && copied;
    });
    equal(text.includes('touch trap; '), true, 'the step as it is, as data');
    const trapped = await vscode.workspace.fs.stat(place('trap')).then(
      () => true,
      () => false,
    );
    equal(trapped, false, 'something of the document that was run');
  });

  it('refuses a command that names no file, and a place that is none', async () => {
    await open(newPath(), LAST_STEP);
    await configure('handOff.command', 'agent');
    equal(await handOff('terminal'), false, 'outcome without {file}');
    equal(vscode.window.terminals.length, 0, 'terminals');
    equal(await handOff('the moon'), false, 'outcome for a place that is none');
  });

  it('says so where nothing is left', async () => {
    await open(newPath(), LAST_STEP.replaceAll('[ ]', '[x]'));
    equal(await handOff('editor'), false, 'outcome');
  });
});
