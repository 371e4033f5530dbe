/** The services that features and commands share. */

import type { Event, Memento, Uri } from 'vscode';
import type { FindingJson } from '../../core/json/documents';
import type { Arrangement } from '../../core/listing/arrange';
import type { WorkspaceDocument } from '../../core/listing/workspaceDocuments';
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

/** A design doc of the workspace, open or not. Its path is relative to its workspace folder. */
export interface IndexedFile extends WorkspaceDocument {
  readonly uri: Uri;
  readonly problems: readonly FindingJson[];
}

/** All design docs of the workspace. */
export interface Index {
  /** The documents of the last build; undefined before the first one. */
  readonly known: readonly IndexedFile[] | undefined;
  /** Fires after each build. */
  readonly onDidChange: Event<readonly IndexedFile[]>;
  /** The documents of the last build if nothing has changed since, else of a new one. */
  current(): Promise<readonly IndexedFile[]>;
  /** Reads all documents again. */
  rebuild(): Promise<readonly IndexedFile[]>;
  /** From now on, changes lead to a new build as long as `isUsed` is true. */
  keepCurrent(isUsed: () => boolean): void;
}

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

/** How the Documents view is arranged. */
export interface ArrangedDocuments {
  readonly arrangement: Arrangement;
  /** Arranges the view, and remembers it for the workspace. */
  arrange(change: Partial<Arrangement>): Promise<void>;
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
  readonly index: Index;
  readonly documentsView: ArrangedDocuments;
  readonly closed: ClosedFindings;
}
