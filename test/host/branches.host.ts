import * as vscode from 'vscode';
import { BROKEN, CLEAN } from './fixtures';
import { closeAll, configure, equal, findings, names, place, remove, until, write } from './support';

const FOLDER = 'docs/design_docs';
/** Documents, and other files that the branches differ in. */
const [DOCUMENTS, OTHERS] = [40, 200];

/** Runs a program in the workspace folder, as a task. */
async function run(program: string, ...words: readonly string[]): Promise<void> {
  const name = [program, ...words].join(' ').slice(0, 80);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder');
  const execution = new vscode.ProcessExecution(program, [...words]);
  const task = new vscode.Task({ type: 'process' }, folder, name, 'tests', execution);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Never };
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess((event) => {
      if (event.execution.task.name !== name) return;
      listener.dispose();
      resolve(event.exitCode);
    });
  });
  await vscode.tasks.executeTask(task);
  equal(await ended, 0, `exit status of ${name}`);
}

const numbered = (at: number, end: string): string => `${FOLDER}/${1000 + at}-${end}.md`;
const git = (...words: readonly string[]): Promise<void> =>
  run('git', '-c', 'user.name=A', '-c', 'user.email=a@b', ...words);

/** Writes files at once, in an order that does not matter. */
async function writeAll(count: number, one: (at: number) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < count; at += 50) {
    await Promise.all(Array.from({ length: Math.min(50, count - at) }, (_, more) => one(at + more)));
  }
}

/** The names of the design docs that are there. */
async function documents(): Promise<string[]> {
  return (await names(FOLDER)).filter((name) => name.endsWith('.md'));
}

/** The names of those with findings. */
async function heard(): Promise<string> {
  return (await documents()).filter((name) => findings(place(`${FOLDER}/${name}`)).length > 3).join();
}

describe('a change of branch', () => {
  afterEach(async () => {
    await configure('checkAll', undefined);
    await closeAll();
    await remove('.git', 'docs', 'notes');
  });

  it('leaves the findings of the documents that are there then', async function () {
    const runsGit = vscode.env.remoteName !== undefined && place('').scheme === 'file';
    // Restricted Mode asks for trust before a task runs.
    if (!runsGit || !vscode.workspace.isTrusted) this.skip();
    await writeAll(DOCUMENTS, (at) => write(numbered(at, 'tea'), at % 2 ? CLEAN : BROKEN));
    await writeAll(OTHERS, (at) => write(`notes/${at}.md`, '# Notes\n'));
    const before = (await documents()).filter((_, at) => at % 2 === 0).join();
    await git('init', '--quiet', '--initial-branch=one');
    await git('add', '.');
    await git('commit', '--quiet', '--message=one');
    await configure('checkAll', true);
    await until('the findings of the first branch', async () => (await heard()) === before);
    await git('checkout', '--quiet', '-b', 'two');
    // On the other branch, documents are gone, have another name, are mended, and are faulty.
    for (let at = 0; at < DOCUMENTS; at += 4) await remove(numbered(at, 'tea'));
    await writeAll(DOCUMENTS / 4, (at) => write(numbered(4 * at, 'jam'), BROKEN));
    await writeAll(DOCUMENTS / 4, (at) => write(numbered(4 * at + 1, 'tea'), BROKEN));
    await writeAll(DOCUMENTS / 4, (at) => write(numbered(4 * at + 2, 'tea'), CLEAN));
    await writeAll(OTHERS, (at) => write(`notes/${at}.md`, '# Other notes\n'));
    const after = (await documents()).filter((_, at) => at % 4 < 2).join();
    await git('add', '.');
    await git('commit', '--quiet', '--message=two');
    await until('the findings of the second branch', async () => (await heard()) === after);
    for (const [branch, expected] of [
      ['one', before],
      ['two', after],
      ['one', before],
    ] as const) {
      await git('checkout', '--quiet', branch);
      await until(`the findings of branch ${branch}`, async () => (await heard()) === expected);
      const other = branch === 'one' ? 'jam' : 'tea';
      equal(findings(place(numbered(0, other))).length, 0, 'findings of a file that is gone');
    }
  });
});
