/** Offers a task that checks the design docs of a workspace folder. Only the Node entry imports this file. */

import * as vscode from 'vscode';

const TYPE = 'design-docs';

/** The definition in a file `tasks.json`, which may hold anything. */
interface Definition extends vscode.TaskDefinition {
  readonly args?: unknown;
}

/** Offers one task per workspace folder on disk. It runs the command line, and the problem matcher reads its lines. */
export function offerCheckTask(context: vscode.ExtensionContext): vscode.Disposable {
  const program = context.asAbsolutePath('dist/cli.js');
  const taskFor = (definition: Definition, scope: vscode.Task['scope']): vscode.Task => {
    const { args } = definition;
    const more = Array.isArray(args) ? args.map(String) : [];
    const run = new vscode.ProcessExecution('node', [program, 'check', '--format', 'text', ...more]);
    return new vscode.Task(
      definition,
      scope ?? vscode.TaskScope.Workspace,
      'check',
      'Design Docs',
      run,
      '$design-docs',
    );
  };
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => taskFor({ type: TYPE }, folder)),
    // The definition of a task must stay the same object.
    resolveTask: ({ definition, scope }) => taskFor(definition, scope),
  });
}
