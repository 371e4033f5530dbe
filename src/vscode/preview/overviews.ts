/** The overviews of open documents for the Markdown preview, kept current. */

import * as vscode from 'vscode';
import { overviewOf } from '../../core/features/overview';
import { openAt } from '../documents/savedFile';
import type { Analyses } from '../model/analyses';
import { overviewHtml } from './html';
import type { Overviews, ShownOverviews } from './plugin';

/** The debounce delay in milliseconds: when the templates are known, all documents change at once. */
const PAUSE = 100;

/**
 * Renders overviews, and refreshes the previews when something other than the text changes one: templates that are found,
 * a setting, a linked file. VS Code itself renders a preview anew when its text changes.
 */
export class PreviewOverviews implements Overviews, vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The versions of the texts that previews show, by the URI of the document. */
  private readonly versions = new Map<string, number>();
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(private readonly analyses: Analyses) {}

  htmlOf(uri: vscode.Uri): string {
    const document = openAt(uri);
    if (!document) return '';
    this.versions.set(uri.toString(), document.version);
    return this.render(document);
  }

  watch(shown: ShownOverviews): void {
    const later = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.refresh(shown), PAUSE);
    };
    this.subscriptions.push(
      this.analyses.onDidChange(({ uri }) => shown.has(uri.toString()) && later()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        shown.delete(uri.toString());
        this.versions.delete(uri.toString());
      }),
    );
    if (shown.size > 0) later();
  }

  private render(document: vscode.TextDocument): string {
    const analysis = this.analyses.of(document);
    const overview = analysis && overviewOf(analysis);
    return overview ? overviewHtml(overview) : '';
  }

  private refresh(shown: ShownOverviews): void {
    const isOutdated = vscode.workspace.textDocuments.some((document) => {
      const key = document.uri.toString();
      const html = shown.get(key);
      const isSameText = (this.versions.get(key) ?? document.version) === document.version;
      return html !== undefined && isSameText && html !== this.render(document);
    });
    // The command is missing where VS Code's Markdown extension is disabled.
    if (isOutdated)
      vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
