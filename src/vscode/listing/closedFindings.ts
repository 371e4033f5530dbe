/** Findings of design docs that are not open, in the Problems view. */

import * as vscode from 'vscode';
import { SOURCE, summaryDiagnostic } from '../documents/convert';
import { openAt } from '../documents/savedFile';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import type { CheckedDocuments, ClosedFindings, Index, IndexedFile } from '../services/services';
import { changesSetting, readSetting } from '../settings/settings';

/**
 * Shows the findings of all documents once the command or the setting asks for it, and follows the index from then on.
 * The findings of open documents are shown elsewhere.
 */
export class ShownClosedFindings implements ClosedFindings, vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-closed`);
  private isOn = false;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly index: Index,
    private readonly extensionUri: vscode.Uri,
  ) {
    index.keepCurrent(() => this.isOn);
    this.subscriptions = [
      index.onDidChange((files) => this.publish(files)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.collection.delete(uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, settings.checkAll)) this.followSetting();
      }),
    ];
    this.followSetting();
  }

  async show(): Promise<CheckedDocuments> {
    this.isOn = true;
    const title = vscode.l10n.t('Checking design docs');
    const files = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      this.index.rebuild(),
    );
    const checked = files.filter(({ template }) => template !== null);
    const findings = checked.reduce((sum, { problems }) => sum + problems.length, 0);
    return { documents: checked.length, findings };
  }

  private followSetting(): void {
    if (readSetting(settings.checkAll)) void reportErrors(this.show());
    else {
      this.isOn = false;
      this.collection.clear();
    }
  }

  private publish(files: readonly IndexedFile[]): void {
    this.collection.clear();
    if (!this.isOn) return;
    const closed = files.filter(({ template, uri }) => template !== null && !openAt(uri));
    this.collection.set(
      closed.map(({ uri, problems }) => [
        uri,
        problems.map((finding) => summaryDiagnostic(finding, this.extensionUri)),
      ]),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.collection).dispose();
  }
}
