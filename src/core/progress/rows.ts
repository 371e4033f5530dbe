/** The rows of a table of design docs. */

import { documentLabel } from '../listing/label';
import type { WorkspaceDocument } from '../listing/workspaceDocuments';

/** A document in the table. Texts are plain text. */
export interface ProgressRow {
  readonly path: string;
  /** The number of the file and the title. */
  readonly title: string;
  readonly stage: string;
  /** The status as the document writes it; null if it has none. */
  readonly status: string | null;
  readonly done: number;
  readonly total: number;
  /** The number of findings that are warnings or errors. */
  readonly warnings: number;
  /** The title of the next step; null if there is none. */
  readonly next: string | null;
}

/** The row of a document and its next step. */
export function progressRow(document: WorkspaceDocument, next: string | null): ProgressRow {
  const { path, stage, status, done, total, warnings } = document;
  return { path, title: documentLabel(document), stage, status, done, total, warnings, next };
}
