/** Starts the extension: what finds, what is shown, commands and tools. */

import type * as vscode from 'vscode';
import { Analyses } from './analyses';
import { Authors } from './authors';
import { commands } from './commands/index';
import { Configs } from './configs';
import { diagnostics } from './diagnostics';
import { startFeatures } from './features';
import type { Host } from './host';
import type { LanguageModelTool } from './languageModelTools';
import { languageModelTools } from './languageModelTools';
import { LinkTargets } from './linkTargets';
import type { DocumentServices } from './services';
import { Templates } from './templates';

export interface Started {
  /** The tools for language models, by their names in the editor. */
  readonly tools: ReadonlyMap<string, LanguageModelTool>;
}

/** `host` is what this extension host can do beyond what all of them can. */
export function start(context: vscode.ExtensionContext, host: Host = {}): Started {
  const services = startFeatures(context, startDocuments(context, host));
  context.subscriptions.push(commands(services));
  return { tools: languageModelTools(services) };
}

function startDocuments(context: vscode.ExtensionContext, host: Host): DocumentServices {
  const { extensionUri, globalState: memory } = context;
  const storage = context.storageUri ?? context.globalStorageUri;
  const configs = new Configs();
  const templates = new Templates(extensionUri, configs);
  const authors = new Authors(configs, host.findAuthor);
  const links = new LinkTargets();
  const analyses = new Analyses(configs, templates, authors, links);
  context.subscriptions.push(configs, links, templates, authors, analyses);
  context.subscriptions.push(diagnostics(analyses, extensionUri));
  return { extensionUri, storage, memory, host, configs, templates, authors, analyses };
}
