/** The Progress panel: all design docs in a table, and how the plan of one was worked off. */

import * as vscode from 'vscode';
import type { PageMessage } from '../../core/progress/page';
import { readRequest } from '../../core/progress/page';
import { reportErrors } from '../messages/reportError';
import type { DocumentServices, Index, IndexedFile, ShownProgress } from '../services/services';
import { pageHistory } from './history';
import { pageFolder, pageHtml } from './html';
import { pageRow, pageTexts } from './texts';

const TYPE = 'design-docs.progress';

/** There is at most one panel. It is kept current while it is visible. */
export class ProgressPanel implements ShownProgress, vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  /** The documents that the page shows; requests of the page name them by their index. */
  private files: readonly IndexedFile[] = [];
  private revision = 0;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly services: DocumentServices,
    private readonly index: Index,
  ) {
    index.keepCurrent(() => this.panel?.visible === true);
    this.subscription = index.onDidChange((files) => this.panel?.visible && this.send(files));
  }

  show(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    const { extensionUri } = this.services;
    const panel = vscode.window.createWebviewPanel(
      TYPE,
      vscode.l10n.t('Progress'),
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        localResourceRoots: [pageFolder(extensionUri)],
      },
    );
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'activity.svg');
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => reportErrors(this.answer(message)));
    panel.webview.html = pageHtml(panel.webview, extensionUri);
  }

  /** Answers a message of the page. What is no request for a row that it shows is ignored. */
  private async answer(message: unknown): Promise<void> {
    const request = readRequest(message, this.revision, this.files.length);
    if (request === 'ready') return this.send(await this.index.current());
    const file = request && this.files[request.index];
    if (!file) return;
    if (request.type === 'open') {
      await vscode.commands.executeCommand('vscode.open', file.uri);
      return;
    }
    const { revision } = this;
    const history = await pageHistory(this.services, file.uri);
    this.post({ type: 'history', revision, index: request.index, history });
  }

  private send(files: readonly IndexedFile[]): void {
    this.files = files;
    this.revision++;
    this.post({ type: 'rows', revision: this.revision, rows: files.map(pageRow), texts: pageTexts() });
  }

  private post(message: PageMessage): void {
    void this.panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.panel?.dispose();
    this.subscription.dispose();
  }
}
