/** The services that features and commands share. */

import type { Event, Memento, Uri } from 'vscode';
import type { Report } from '../../core/changes/report';
import type { CachedFinding } from '../../core/json/documents';
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
  /** The title of the next step; null if there is none. */
  readonly next: string | null;
  /** The number of review comments that are open. */
  readonly openComments: number;
  readonly problems: readonly CachedFinding[];
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

/** A change of a design doc that another program made, since the user last saw the document. */
export interface ReportedChange {
  readonly uri: Uri;
  readonly report: Report;
  /** The text that the user saw, and the one that the file had then, both with byte order mark and line endings. */
  readonly before: string;
  readonly after: string;
}

/** The changes that other programs made and that are worth telling; the last one of each document. */
export interface ReportedChanges {
  /** Fires with changes of which the user does not know. */
  readonly onDidReport: Event<readonly ReportedChange[]>;
  /** Fires when a document has another change, or has none any more. */
  readonly onDidChange: Event<void>;
  /** The last change of a document; undefined if it has none, or the user has changed it since. */
  of(uri: Uri): ReportedChange | undefined;
  /** The user knows of the change: the next one is compared with the text after it. */
  acknowledge(change: ReportedChange): void;
  /** Gives the file the text before the change. False if it no longer has the text after it, or has unsaved changes. */
  takeBack(change: ReportedChange): Promise<boolean>;
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

/** The panel that shows all design docs in a table. */
export interface ShownProgress {
  /** Opens the panel, or brings it to the front. */
  show(): void;
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
  readonly reported: ReportedChanges;
  readonly progress: ShownProgress;
}
