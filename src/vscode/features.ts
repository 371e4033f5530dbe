/** All that the editor shows around documents and their findings: every feature, from one list. */

import type * as vscode from 'vscode';
import { ActiveDocument } from './activeDocument';
import { codeActions } from './codeActions';
import { codeLenses } from './codeLenses';
import { completions } from './completions';
import { contextKeys } from './contextKeys';
import { EditQueue } from './edits';
import { hovers } from './hovers';
import { nextStepItem } from './nextStepItem';
import { placeholderCount } from './placeholders';
import { PlanDocument } from './plan/document';
import { PlanView } from './plan/view';
import type { DocumentServices, Services } from './services';

/** Something the editor offers. It registers itself and is disposed of with the extension. */
type Feature = (services: Services) => vscode.Disposable;

const features: readonly Feature[] = [
  contextKeys,
  codeActions,
  hovers,
  completions,
  codeLenses,
  nextStepItem,
  placeholderCount,
];

/** Starts every feature. */
export function startFeatures(context: vscode.ExtensionContext, documents: DocumentServices): Services {
  const { analyses } = documents;
  const active = new ActiveDocument();
  const edits = new EditQueue();
  const planDocument = new PlanDocument(active, analyses, context.workspaceState);
  const plan = new PlanView(analyses, planDocument, edits, context.workspaceState);
  const services: Services = { ...documents, active, edits, planDocument, plan };
  context.subscriptions.push(active, planDocument, plan, ...features.map((feature) => feature(services)));
  return services;
}
