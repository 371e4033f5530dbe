/** The tools of the core, for language models that work in the editor. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import type { DocumentStore } from '../../core/tools/documentStore';
import { tools } from '../../core/tools/index';
import type { Tool } from '../../core/tools/tool';
import type { Services } from '../services/services';
import { openDocumentStore } from './documentStore';
import { editorName } from './names';

/** A tool as VS Code takes it, with nothing left to itself. */
export type LanguageModelTool = Required<vscode.LanguageModelTool<unknown>>;

/** Every tool by its name in the editor; package.json tells models of them. */
export function languageModelTools(services: Services): ReadonlyMap<string, LanguageModelTool> {
  const store = openDocumentStore(services);
  return new Map(tools.map((tool) => [editorName(tool), toLanguageModelTool(tool, store)]));
}

function toLanguageModelTool(tool: Tool, store: DocumentStore): LanguageModelTool {
  return {
    prepareInvocation({ input }) {
      const about = whatItDoes(tool, input);
      if (about === undefined) return { invocationMessage: tool.title };
      // What a model asks for is shown as it is: it can neither link nor style anything.
      const message = new vscode.MarkdownString().appendText(about);
      const asks = tool.writes && { confirmationMessages: { title: tool.title, message } };
      return { invocationMessage: message, ...asks };
    },
    async invoke({ input }) {
      const answer = await tool.run(store, input);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
    },
  };
}

/** Undefined for input that the tool will refuse, and say why. */
function whatItDoes(tool: Tool, input: unknown): string | undefined {
  try {
    return tool.confirm(input);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
