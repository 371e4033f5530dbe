/** What the features share. */

import type { Memento, Uri } from 'vscode';
import type { ActiveDocument } from './activeDocument';
import type { Analyses } from './analyses';
import type { Authors } from './authors';
import type { Configs } from './configs';
import type { EditQueue } from './edits';
import type { Host } from './host';
import type { PlanDocument } from './plan/document';
import type { PlanView } from './plan/view';
import type { Templates } from './templates';

/** What findings need, one of each. */
export interface DocumentServices {
  readonly extensionUri: Uri;
  /** A folder of the extension's own, for this workspace. */
  readonly storage: Uri;
  /** What the user chose last, wherever they are. */
  readonly memory: Memento;
  readonly host: Host;
  readonly configs: Configs;
  readonly templates: Templates;
  readonly authors: Authors;
  readonly analyses: Analyses;
}

/** All of it. */
export interface Services extends DocumentServices {
  readonly active: ActiveDocument;
  readonly edits: EditQueue;
  readonly planDocument: PlanDocument;
  readonly plan: PlanView;
}
