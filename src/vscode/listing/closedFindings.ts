/** Findings of design docs that are not open, in the Problems view. */

import * as vscode from 'vscode';
import { SOURCE, summaryDiagnostic } from '../documents/convert';
import { openAt } from '../documents/savedFile';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import type { CheckedDocuments, ClosedFindings, DocumentServices } from '../services/services';
import { changesSetting, readSetting } from '../settings/settings';
import { summaries } from './listDocuments';

/** The debounce delay after a change of files, in milliseconds: a change of branch makes thousands. */
const PAUSE = 500;

/**
 * Checks all documents once the command or the setting asks for it, and again after each burst of changes: the cache
 * makes an unchanged document cost one `stat`. The findings of open documents are shown elsewhere.
 */
export class ShownClosedFindings implements ClosedFindings, vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-closed`);
  private isOn = false;
  private checking: Promise<CheckedDocuments> = Promise.resolve({ documents: 0, findings: 0 });
  private waiting: Promise<CheckedDocuments> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly services: DocumentServices) {
    const { configs, templates, baselines, merged } = services;
    const files = vscode.workspace.createFileSystemWatcher('**');
    const later = (): void => this.later();
    this.subscriptions = [
      files,
      files.onDidCreate(later),
      files.onDidChange(({ path }) => /\.(?:md|markdown|ya?ml)$/i.test(path) && later()),
      files.onDidDelete(later),
      configs.onDidChange(later),
      templates.onDidChange(later),
      baselines.onDidChange(later),
      merged.onDidChange(later),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.collection.delete(uri)),
      vscode.workspace.onDidCloseTextDocument(later),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, settings.checkAll)) this.followSetting();
      }),
    ];
    this.followSetting();
  }

  async show(): Promise<CheckedDocuments> {
    this.isOn = true;
    const title = vscode.l10n.t('Checking design docs');
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      this.again(),
    );
  }

  /** Checks run one after the other, so that an older one cannot finish last; at most one waits. */
  private again(): Promise<CheckedDocuments> {
    if (this.waiting) return this.waiting;
    const next = this.checking
      .catch(() => undefined)
      .then(() => {
        this.waiting = undefined;
        return this.check();
      });
    this.waiting = next;
    this.checking = next;
    return next;
  }

  private followSetting(): void {
    if (readSetting(settings.checkAll)) void reportErrors(this.show());
    else {
      this.isOn = false;
      this.collection.clear();
    }
  }

  private later(): void {
    if (!this.isOn) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.isOn && void reportErrors(this.again()), PAUSE);
  }

  private async check(): Promise<CheckedDocuments> {
    const found: [vscode.Uri, vscode.Diagnostic[]][] = [];
    let findings = 0;
    const { extensionUri } = this.services;
    for await (const { uri, summary } of summaries(this.services)) {
      if (summary.template === null) continue;
      findings += summary.findings.length;
      found.push([uri, summary.findings.map((finding) => summaryDiagnostic(finding, extensionUri))]);
    }
    this.collection.clear();
    if (this.isOn) this.collection.set(found.filter(([uri]) => !openAt(uri)));
    return { documents: found.length, findings };
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.collection).dispose();
  }
}
