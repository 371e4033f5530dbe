/** Placeholders for commands and tools, registered at activation. The first call starts the extension. */

import * as vscode from 'vscode';
import type { Started } from './start';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/**
 * Registers a placeholder for every command of the manifest. A call awaits `start`, which replaces the placeholders by
 * the real commands, and then runs the command again.
 */
export function lazyCommands(
  context: vscode.ExtensionContext,
  start: () => Promise<Started>,
): vscode.Disposable {
  return vscode.Disposable.from(
    ...manifestOf(context).commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: unknown[]) => {
        await start();
        return vscode.commands.executeCommand(command, ...args);
      }),
    ),
  );
}

/** Registers every tool of the manifest. A call awaits `start` and is forwarded to the real tool. */
export function lazyTools(
  context: vscode.ExtensionContext,
  start: () => Promise<Started>,
): vscode.Disposable {
  const toolNamed = async (name: string) => {
    const tool = (await start()).tools.get(name);
    if (!tool) throw new Error(`The manifest declares a tool ${name}, which does not exist.`);
    return tool;
  };
  return vscode.Disposable.from(
    ...manifestOf(context).languageModelTools.map(({ name }) =>
      vscode.lm.registerTool(name, {
        prepareInvocation: async (options, token) =>
          (await toolNamed(name)).prepareInvocation(options, token),
        invoke: async (options, token) => (await toolNamed(name)).invoke(options, token),
      }),
    ),
  );
}

function manifestOf({ extension }: vscode.ExtensionContext): Manifest['contributes'] {
  return (extension.packageJSON as Manifest).contributes;
}
