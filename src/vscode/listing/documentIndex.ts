/** The design docs of the workspace, kept current while a view or the Problems view shows them. */

import * as vscode from 'vscode';
import type { FoundDocument } from '../../core/listing/workspaceDocuments';
import { workspaceDocuments } from '../../core/listing/workspaceDocuments';
import { pathInWorkspace } from '../documents/paths';
import { reportErrors } from '../messages/reportError';
import type { DocumentServices, Index, IndexedFile } from '../services/services';
import { summaries } from './listDocuments';

/** The debounce delay after a change, in milliseconds: a change of branch makes thousands. */
const PAUSE = 500;

/**
 * Reads all documents when they are first needed, and again after each burst of changes: the cache makes an unchanged
 * document cost one `stat`. Unsaved text counts.
 */
export class DocumentIndex implements Index, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly IndexedFile[]>();
  readonly onDidChange = this.changed.event;
  private readonly users: (() => boolean)[] = [];
  private files: readonly IndexedFile[] | undefined;
  private isStale = true;
  private building: Promise<readonly IndexedFile[]> = Promise.resolve([]);
  private waiting: Promise<readonly IndexedFile[]> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly services: DocumentServices) {
    const { analyses, configs, templates, baselines, merged } = services;
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    const later = (): void => this.later();
    this.subscriptions = [
      watcher,
      watcher.onDidCreate(later),
      watcher.onDidChange(({ path }) => /\.(?:md|markdown|ya?ml|gitignore)$/i.test(path) && later()),
      watcher.onDidDelete(later),
      analyses.onDidChange(({ isUntitled }) => !isUntitled && later()),
      configs.onDidChange(later),
      templates.onDidChange(later),
      baselines.onDidChange(later),
      merged.onDidChange(later),
      vscode.workspace.onDidCloseTextDocument(later),
      vscode.workspace.onDidChangeWorkspaceFolders(later),
      // VS Code's watcher can lose a folder that a change of branch removes and makes again.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && later()),
    ];
  }

  get known(): readonly IndexedFile[] | undefined {
    return this.files;
  }

  keepCurrent(isUsed: () => boolean): void {
    this.users.push(isUsed);
  }

  async current(): Promise<readonly IndexedFile[]> {
    return this.files && !this.isStale ? this.files : this.rebuild();
  }

  rebuild(): Promise<readonly IndexedFile[]> {
    if (this.waiting) return this.waiting;
    // Builds run one after the other, so that an older one cannot finish last; at most one waits.
    const next = this.building
      .catch(() => undefined)
      .then(() => {
        this.waiting = undefined;
        return this.build();
      });
    this.waiting = next;
    this.building = next;
    return next;
  }

  private later(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.users.some((isUsed) => isUsed())) void reportErrors(this.rebuild());
    }, PAUSE);
  }

  private async build(): Promise<readonly IndexedFile[]> {
    this.isStale = false;
    try {
      this.files = await readFiles(this.services);
    } catch (error) {
      this.isStale = true;
      throw error;
    }
    this.changed.fire(this.files);
    return this.files;
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** Reads all documents; each workspace folder has links of its own. */
async function readFiles(services: DocumentServices): Promise<IndexedFile[]> {
  const folders = new Map<string | undefined, (FoundDocument & Pick<IndexedFile, 'uri'>)[]>();
  for await (const { uri, summary } of summaries(services)) {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
    const found = folders.get(folder) ?? [];
    folders.set(folder, found);
    found.push({ uri, path: pathInWorkspace(uri), summary });
  }
  return [...folders.values()].flatMap((found) => {
    const documents = workspaceDocuments(found);
    return found.flatMap(({ uri, summary: { next, openComments, findings } }, at) => {
      const document = documents[at];
      return document ? [{ ...document, uri, next, openComments, problems: findings }] : [];
    });
  });
}
