/** Commands and tools that VS Code knows from activation on. The first call starts the extension. */

import * as vscode from 'vscode';
import type { Started } from './start';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/** Every command of the manifest, until the real ones are registered: a call waits for `start` and is made again. */
export function lazyCommands(
  context: vscode.ExtensionContext,
  start: () => Promise<Started>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...manifestOf(context).commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...given: unknown[]) => {
        await start();
        return vscode.commands.executeCommand(command, ...given);
      }),
    ),
  );
}

/** Every tool of the manifest. */
export function lazyTools(
  context: vscode.ExtensionContext,
  start: () => Promise<Started>,
): vscode.Disposable {
  const toolNamed = async (name: string) => {
    const tool = (await start()).tools.get(name);
    if (!tool) throw new Error(`The manifest tells of a tool ${name}, which does not exist.`);
    return tool;
  };
  return vscode.Disposable.from(
    ...manifestOf(context).languageModelTools.map(({ name }) =>
      vscode.lm.registerTool(name, {
        prepareInvocation: async (asked, token) => (await toolNamed(name)).prepareInvocation(asked, token),
        invoke: async (asked, token) => (await toolNamed(name)).invoke(asked, token),
      }),
    ),
  );
}

function manifestOf({ extension }: vscode.ExtensionContext): Manifest['contributes'] {
  return (extension.packageJSON as Manifest).contributes;
}
