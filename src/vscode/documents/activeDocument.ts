/** The active document. */

import * as vscode from 'vscode';
import { shownResource } from './tabs';

/** Follows the active text editor, and the active tab when it is a custom editor such as a WYSIWYG editor. */
export class ActiveDocument implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private last: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const update = (): void => this.update();
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.window.tabGroups.onDidChangeTabGroups(update),
      // The document of a custom editor may open after its tab.
      vscode.workspace.onDidOpenTextDocument(update),
      vscode.workspace.onDidCloseTextDocument(update),
    ];
    this.last = this.document;
  }

  /** The URI in the active editor, even if its document is not open yet. */
  get uri(): vscode.Uri | undefined {
    const editor = vscode.window.activeTextEditor;
    // Only editors in the editor area have a column, unlike output panels and comment inputs.
    if (editor?.viewColumn !== undefined) return editor.document.uri;
    return shownResource(vscode.window.tabGroups.activeTabGroup.activeTab);
  }

  /** The open document of the active editor; undefined if there is none. */
  get document(): vscode.TextDocument | undefined {
    const uri = this.uri?.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  }

  private update(): void {
    const { document } = this;
    if (document === this.last) return;
    this.last = document;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}
