/** What the features share. */

import type { Uri } from 'vscode';
import type { ActiveDocument } from './activeDocument';
import type { Analyses } from './analyses';
import type { Authors } from './authors';
import type { EditQueue } from './edits';
import type { PlanDocument } from './planDocument';
import type { PlanView } from './planView';
import type { Templates } from './templates';

/** One of each, made at the start. */
export interface Services {
  readonly extensionUri: Uri;
  readonly templates: Templates;
  readonly authors: Authors;
  readonly analyses: Analyses;
  readonly active: ActiveDocument;
  readonly edits: EditQueue;
  readonly planDocument: PlanDocument;
  readonly plan: PlanView;
}
