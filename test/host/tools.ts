/** Calls of the tools for language models, as a model makes them. */

import * as vscode from 'vscode';

/** What a tool answers a model that calls it by its name. */
export async function callTool<Answer>(name: string, input: object = {}): Promise<Answer> {
  const token = undefined;
  const result = await vscode.lm.invokeTool(`designdocs_${name}`, { input, toolInvocationToken: token });
  const [part] = result.content;
  if (!(part instanceof vscode.LanguageModelTextPart)) throw new Error('no text');
  return JSON.parse(part.value);
}

/** Why a tool refused. */
export async function refusalOf(name: string, input: object): Promise<string> {
  return callTool(name, input).then(
    () => 'it did not refuse',
    (error: Error) => error.message,
  );
}
