/** Starts the extension: analyses and diagnostics, editor features, commands and tools. */

import type * as vscode from 'vscode';
import { commands } from '../commands/index';
import { diagnostics } from '../features/diagnostics';
import { startFeatures } from '../features/index';
import { Analyses } from '../model/analyses';
import { Authors } from '../model/authors';
import { Baselines } from '../model/baselines';
import { Configs } from '../model/configs';
import type { Host } from '../model/host';
import { LinkTargets } from '../model/linkTargets';
import { MergedDocuments } from '../model/mergedDocuments';
import { Templates } from '../model/templates';
import { PreviewOverviews } from '../preview/overviews';
import type { Overviews } from '../preview/plugin';
import type { DocumentServices } from '../services/services';
import type { LanguageModelTool } from '../tools/languageModelTools';
import { languageModelTools } from '../tools/languageModelTools';

/** The result of starting the extension. */
export interface Started {
  /** The language model tools, by their names in the editor. */
  readonly tools: ReadonlyMap<string, LanguageModelTool>;
  /** What the Markdown preview shows above documents. */
  readonly overviews: Overviews;
}

/** Starts the extension. `host` holds the capabilities that not every extension host has. */
export function start(context: vscode.ExtensionContext, host: Host = {}): Started {
  const services = startFeatures(context, startDocuments(context, host));
  const overviews = new PreviewOverviews(services.analyses);
  context.subscriptions.push(commands(services), overviews);
  return { tools: languageModelTools(services), overviews };
}

function startDocuments(context: vscode.ExtensionContext, host: Host): DocumentServices {
  const { extensionUri, globalState: memory } = context;
  const storage = context.storageUri ?? context.globalStorageUri;
  const configs = new Configs();
  const templates = new Templates(extensionUri, storage, configs);
  const authors = new Authors(configs, host.findAuthor, memory);
  const links = new LinkTargets();
  const merged = new MergedDocuments(host.defaultBranch);
  const baselines = new Baselines(configs);
  const analyses = new Analyses(configs, templates, authors, links, merged, baselines);
  context.subscriptions.push(configs, links, templates, authors, merged, baselines, analyses);
  context.subscriptions.push(diagnostics(analyses, extensionUri));
  return { extensionUri, storage, memory, host, configs, templates, authors, merged, baselines, analyses };
}
