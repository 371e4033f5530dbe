import * as vscode from 'vscode';
import { equal, place } from './support';

/** The web worker host runs no programs, so the extension offers no task there. */
const RUNS_PROGRAMS = vscode.env.uiKind === vscode.UIKind.Desktop || place('').scheme === 'file';

describe('the task of the type design-docs', () => {
  it('checks the workspace folder with lines that the problem matcher reads', async function () {
    // The server of VS Code 1.100 returns no task of any extension, and Restricted Mode asks for trust first.
    if (vscode.version.startsWith('1.100.') || !vscode.workspace.isTrusted) this.skip();
    const tasks = await vscode.tasks.fetchTasks({ type: 'design-docs' });
    if (!RUNS_PROGRAMS) {
      equal(tasks.length, 0, 'tasks');
      return;
    }
    equal(
      tasks.map(({ name, problemMatchers }) => [name, problemMatchers]),
      [['check', ['$design-docs']]],
      'tasks',
    );
    const [{ execution } = {}] = tasks;
    if (!(execution instanceof vscode.ProcessExecution)) throw new Error('no program');
    const [program = '', ...words] = execution.args;
    equal(words, ['check', '--format', 'text'], 'arguments');
    const { size } = await vscode.workspace.fs.stat(vscode.Uri.file(program));
    equal(size > 0, true, 'the program is there');
  });
});
