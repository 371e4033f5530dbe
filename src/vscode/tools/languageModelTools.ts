/** The core's tools as VS Code language model tools. */

import * as vscode from 'vscode';
import { UserError } from '../../core/text/userError';
import type { DocumentStore } from '../../core/tools/documentStore';
import { tools } from '../../core/tools/index';
import type { Tool } from '../../core/tools/tool';
import { localized } from '../localization/localized';
import type { Services } from '../services/services';
import { openDocumentStore } from './documentStore';
import { editorName } from './names';

/** A VS Code tool with all of its optional methods. */
export type LanguageModelTool = Required<vscode.LanguageModelTool<unknown>>;

/** Every tool, by its name in the editor. package.json declares them to VS Code. */
export function languageModelTools(services: Services): ReadonlyMap<string, LanguageModelTool> {
  const store = openDocumentStore(services);
  return new Map(tools.map((tool) => [editorName(tool), toLanguageModelTool(tool, store)]));
}

function toLanguageModelTool(tool: Tool, store: DocumentStore): LanguageModelTool {
  return {
    prepareInvocation({ input }) {
      const title = localized(tool.title);
      const description = describe(tool, input);
      if (description === undefined) return { invocationMessage: title };
      // Escaped, so that a model's input is not rendered as Markdown.
      const message = new vscode.MarkdownString().appendText(description);
      const confirmation = tool.writes && { confirmationMessages: { title, message } };
      return { invocationMessage: message, ...confirmation };
    },
    async invoke({ input }) {
      const answer = await tool.run(store, input);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
    },
  };
}

/** What a call will do. Undefined for invalid input, which `run` rejects with a reason. */
function describe(tool: Tool, input: unknown): string | undefined {
  try {
    return localized(tool.confirm(input));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
