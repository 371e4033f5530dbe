/** The services that features and commands share. */

import type { Memento, Uri } from 'vscode';
import type { ActiveDocument } from '../documents/activeDocument';
import type { EditQueue } from '../documents/editQueue';
import type { Analyses } from '../model/analyses';
import type { Authors } from '../model/authors';
import type { Baselines } from '../model/baselines';
import type { Configs } from '../model/configs';
import type { Host } from '../model/host';
import type { MergedDocuments } from '../model/mergedDocuments';
import type { Templates } from '../model/templates';
import type { PlanDocument } from '../plan/document';
import type { PlanView } from '../plan/view';

/** How many documents were checked, and what was found in them. */
export interface CheckedDocuments {
  readonly documents: number;
  readonly findings: number;
}

/** The findings of documents that are not open. */
export interface ClosedFindings {
  /** Shows them from now on, and settles when all documents have been checked. */
  show(): Promise<CheckedDocuments>;
}

/** The services that findings need. */
export interface DocumentServices {
  readonly extensionUri: Uri;
  /** The extension's storage folder for this workspace. */
  readonly storage: Uri;
  /** The user's last choices, across all workspaces. */
  readonly memory: Memento;
  readonly host: Host;
  readonly configs: Configs;
  readonly templates: Templates;
  readonly authors: Authors;
  readonly merged: MergedDocuments;
  readonly baselines: Baselines;
  readonly analyses: Analyses;
}

/** All services: those for findings, and those for editing and the Plan view. */
export interface Services extends DocumentServices {
  readonly active: ActiveDocument;
  readonly edits: EditQueue;
  readonly planDocument: PlanDocument;
  readonly plan: PlanView;
  readonly closed: ClosedFindings;
}
