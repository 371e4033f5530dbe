/** Commands and tools that are known to VS Code from the start, and loaded when the first of them is called. */

import * as vscode from 'vscode';
import type { Services } from './services';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
}

/** The same answer to all who ask; made for the first. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Every command of the manifest. The first that is called brings the real ones in, and is called again. */
export function commandsInWaiting(
  context: vscode.ExtensionContext,
  services: () => Promise<Services>,
): vscode.Disposable {
  const load = once(async () => {
    const shared = await services();
    const { commands } = await import('./commands/index.js');
    standIns.dispose();
    context.subscriptions.push(commands(shared));
  });
  const standIns = vscode.Disposable.from(
    ...manifestOf(context).commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...given: unknown[]) => {
        await load();
        return vscode.commands.executeCommand(command, ...given);
      }),
    ),
  );
  return standIns;
}

/** Every tool of the manifest. */
export function toolsInWaiting(
  context: vscode.ExtensionContext,
  services: () => Promise<Services>,
): vscode.Disposable {
  const load = once(async () => {
    const shared = await services();
    return (await import('./languageModelTools.js')).languageModelTools(shared);
  });
  const toolNamed = async (name: string) => {
    const tool = (await load()).get(name);
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
