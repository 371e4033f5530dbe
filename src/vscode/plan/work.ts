/** What is to do in the document of the Plan view besides its plan. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Work } from '../../core/features/worklist';
import { worklist } from '../../core/features/worklist';

/** The list follows when the user pauses: it takes longer than a keystroke may in a long document. */
const PAUSE_MS = 300;

/** Keeps the list of the document that the view shows. */
export class PlanWork implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the list of the document in the view may be another one. */
  readonly onDidChange = this.changed.event;
  private known: { readonly key: string; readonly analysis: Analysis; readonly work: Work } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The list of a document: that of its last pause while it is edited. */
  of({ uri }: vscode.TextDocument, analysis: Analysis): Work {
    const key = uri.toString();
    if (this.known?.analysis === analysis) return this.known.work;
    clearTimeout(this.timer);
    if (this.known?.key !== key) {
      this.known = { key, analysis, work: worklist(analysis) };
    } else {
      this.timer = setTimeout(() => {
        this.known = { key, analysis, work: worklist(analysis) };
        this.changed.fire();
      }, PAUSE_MS);
    }
    return this.known.work;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.changed.dispose();
  }
}
