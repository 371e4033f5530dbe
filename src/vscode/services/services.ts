/** What the features share. */

import type { Memento, Uri } from 'vscode';
import type { ActiveDocument } from '../documents/activeDocument';
import type { EditQueue } from '../documents/editQueue';
import type { Analyses } from '../model/analyses';
import type { Authors } from '../model/authors';
import type { Configs } from '../model/configs';
import type { Host } from '../model/host';
import type { Templates } from '../model/templates';
import type { PlanDocument } from '../plan/document';
import type { PlanView } from '../plan/view';

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
