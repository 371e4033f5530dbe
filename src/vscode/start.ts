/** Starts what documents need: their findings. Everything that is shown around them is loaded meanwhile. */

import type * as vscode from 'vscode';
import { Analyses } from './analyses';
import { Authors } from './authors';
import { Configs } from './configs';
import { diagnostics } from './diagnostics';
import type { Host } from './host';
import { LinkTargets } from './linkTargets';
import type { DocumentServices, Services } from './services';
import { Templates } from './templates';

/** `host` is what this extension host can do beyond what all of them can. */
export async function start(context: vscode.ExtensionContext, host: Host = {}): Promise<Services> {
  const documents = startDocuments(context, host);
  // Until the templates are read there is nothing to find, so this delays no finding.
  const { startFeatures } = await import('./features.js');
  return startFeatures(context, documents);
}

function startDocuments(context: vscode.ExtensionContext, host: Host): DocumentServices {
  const { extensionUri, globalState: memory } = context;
  const storage = context.storageUri ?? context.globalStorageUri;
  const configs = new Configs();
  const templates = new Templates(extensionUri, configs, host.readyTemplate);
  const authors = new Authors(configs, host.findAuthor);
  const links = new LinkTargets();
  const analyses = new Analyses(configs, templates, authors, links);
  context.subscriptions.push(configs, links, templates, authors, analyses);
  context.subscriptions.push(diagnostics(analyses, extensionUri));
  return { extensionUri, storage, memory, host, configs, templates, authors, analyses };
}
