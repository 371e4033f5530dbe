/** The list of editor features other than diagnostics. */

import type * as vscode from 'vscode';
import { commentThreads } from '../comments/threads';
import { ActiveDocument } from '../documents/activeDocument';
import { EditQueue } from '../documents/editQueue';
import { DocumentsView } from '../documentsView/view';
import { changeMessages } from '../guard/messages';
import { FoundChanges } from '../guard/reportedChanges';
import { ShownClosedFindings } from '../listing/closedFindings';
import { DocumentIndex } from '../listing/documentIndex';
import { PlanDocument } from '../plan/document';
import { PlanView } from '../plan/view';
import { ProgressPanel } from '../progress/panel';
import type { DocumentServices, Services } from '../services/services';
import { codeActions } from './codeActions';
import { codeLenses } from './codeLenses';
import { completions } from './completion';
import { contextKeys, cursorKey, fileKeys } from './contextKeys';
import { fileBadges } from './fileBadges';
import { hovers } from './hover';
import { templateStatus } from './languageStatus';
import { placeholderCount } from './placeholders';
import { nextStepItem } from './statusItem';

/** Registers a feature. The extension disposes of the result. */
type Feature = (services: Services) => vscode.Disposable;

const features: readonly Feature[] = [
  contextKeys,
  cursorKey,
  fileKeys,
  fileBadges,
  templateStatus,
  codeActions,
  hovers,
  completions,
  codeLenses,
  nextStepItem,
  placeholderCount,
  commentThreads,
  changeMessages,
];

/** Starts every feature and returns all services. */
export function startFeatures(context: vscode.ExtensionContext, documents: DocumentServices): Services {
  const { analyses } = documents;
  const active = new ActiveDocument();
  const edits = new EditQueue();
  const planDocument = new PlanDocument(active, analyses, context.workspaceState);
  const plan = new PlanView(analyses, planDocument, edits, context.workspaceState);
  const index = new DocumentIndex(documents);
  const documentsView = new DocumentsView(index, active, context.workspaceState);
  const closed = new ShownClosedFindings(index, documents.extensionUri);
  const reported = new FoundChanges(documents, index);
  const progress = new ProgressPanel(documents, index);
  const own = { active, edits, planDocument, plan, index, documentsView, closed, reported, progress };
  const services: Services = { ...documents, ...own };
  context.subscriptions.push(...Object.values(own), ...features.map((feature) => feature(services)));
  return services;
}
