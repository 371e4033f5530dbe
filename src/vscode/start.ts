/** Wires the extension: the shared services once, and every feature from one list. */

import type * as vscode from 'vscode';
import { ActiveDocument } from './activeDocument';
import { Analyses } from './analyses';
import { Authors } from './authors';
import { codeActions } from './codeActions';
import { codeLenses } from './codeLenses';
import { completions } from './completions';
import { Configs } from './configs';
import { contextKeys } from './contextKeys';
import { diagnostics } from './diagnostics';
import { EditQueue } from './edits';
import type { Host } from './host';
import { hovers } from './hovers';
import { LinkTargets } from './linkTargets';
import { nextStepItem } from './nextStepItem';
import { placeholderCount } from './placeholders';
import { planColors } from './planColors';
import { PlanDocument } from './planDocument';
import { PlanView } from './planView';
import type { Services } from './services';
import { Templates } from './templates';

/** Something the editor offers. It registers itself and is disposed of with the extension. */
type Feature = (services: Services) => vscode.Disposable;

const features: readonly Feature[] = [
  contextKeys,
  diagnostics,
  codeActions,
  hovers,
  completions,
  codeLenses,
  nextStepItem,
  placeholderCount,
  planColors,
];

/** Starts what documents need; commands and tools are brought in when they are called. `host` is what this extension host can do beyond what all of them can. */
export function start(context: vscode.ExtensionContext, host: Host = {}): Services {
  const configs = new Configs();
  const templates = new Templates(context.extensionUri, configs);
  const authors = new Authors(configs, host.findAuthor);
  const links = new LinkTargets();
  const analyses = new Analyses(configs, templates, authors, links);
  const active = new ActiveDocument();
  const edits = new EditQueue();
  const planDocument = new PlanDocument(active, analyses, context.workspaceState);
  const plan = new PlanView(analyses, planDocument, edits, context.workspaceState);
  const { extensionUri, globalState: memory } = context;
  const storage = context.storageUri ?? context.globalStorageUri;
  const shared = { configs, templates, authors, analyses, active, edits, planDocument, plan };
  const services: Services = { extensionUri, storage, memory, host, ...shared };
  const registered = features.map((feature) => feature(services));
  context.subscriptions.push(
    configs,
    links,
    templates,
    authors,
    analyses,
    active,
    planDocument,
    plan,
    ...registered,
  );
  return services;
}
