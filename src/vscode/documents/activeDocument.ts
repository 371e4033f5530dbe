/** The document the user looks at. */

import * as vscode from 'vscode';
import { shownResource } from './tabs';

/** Follows the active editor, and the active tab where an editor such as the WYSIWYG one is no text editor. */
export class ActiveDocument implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private last: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const look = (): void => this.look();
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(look),
      vscode.window.tabGroups.onDidChangeTabs(look),
      vscode.window.tabGroups.onDidChangeTabGroups(look),
      // The text behind a custom editor may open after its tab.
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidCloseTextDocument(look),
    ];
    this.last = this.document;
  }

  /** What the active editor shows, whether its text is open or not. */
  get uri(): vscode.Uri | undefined {
    const editor = vscode.window.activeTextEditor;
    // Only an editor in the editor area has a column; output panels and comment boxes are editors, too.
    if (editor?.viewColumn !== undefined) return editor.document.uri;
    return shownResource(vscode.window.tabGroups.activeTabGroup.activeTab);
  }

  /** The active document as it is now. */
  get document(): vscode.TextDocument | undefined {
    const uri = this.uri?.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  }

  private look(): void {
    const { document } = this;
    if (document === this.last) return;
    this.last = document;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}
