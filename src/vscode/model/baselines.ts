/** The baseline of each workspace folder: the file that the configuration names. */

import * as vscode from 'vscode';
import type { Baseline, BaselineEntry } from '../../core/baseline/baseline';
import { readBaseline } from '../../core/config/readBaseline';
import { UserError } from '../../core/text/userError';
import { SOURCE } from '../documents/convert';
import { baseName, pathInside } from '../documents/paths';
import { placeKind } from '../documents/savedFile';
import { reportErrors } from '../messages/reportError';
import type { Configs } from './configs';
import { problemOf, textOf } from './configs';

/** Reads the baselines after the configuration has been read, and again whenever one of them changes. */
export class Baselines implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, Baseline>();
  private readonly problems = vscode.languages.createDiagnosticCollection(`${SOURCE}-baseline`);
  private watchers: vscode.Disposable[] = [];
  private loading: Promise<unknown>;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly configs: Configs) {
    // Loads run one after the other, so that an older one cannot finish last.
    this.loading = configs.loaded.then(() => this.load());
    this.subscription = configs.onDidChange(this.reload);
  }

  /** The entries of a document; undefined if its baseline has none. */
  of(uri: vscode.Uri): readonly BaselineEntry[] | undefined {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && pathInside(folder.uri, uri);
    return path === undefined ? undefined : this.known.get(folder?.uri.toString() ?? '')?.get(path);
  }

  private readonly reload = (): void => {
    this.loading = this.loading.then(() => reportErrors(this.load()));
  };

  private async load(): Promise<void> {
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = [];
    this.problems.clear();
    for (const folder of vscode.workspace.workspaceFolders ?? []) await this.loadFolder(folder);
    this.changed.fire();
  }

  private async loadFolder(folder: vscode.WorkspaceFolder): Promise<void> {
    const key = folder.uri.toString();
    const { baseline } = this.configs.of(folder.uri);
    if (baseline === undefined) {
      this.known.delete(key);
      return;
    }
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, baseline));
    this.watchers.push(
      watcher,
      watcher.onDidCreate(this.reload),
      watcher.onDidChange(this.reload),
      watcher.onDidDelete(this.reload),
    );
    const uri = vscode.Uri.joinPath(folder.uri, baseline);
    try {
      const isLink = (await placeKind(folder.uri, uri)) === 'linked';
      if (isLink) throw linked(uri);
      this.known.set(key, readBaseline(await textOf(uri), baseline));
    } catch (error) {
      // The last valid baseline stays in force while a merge of it is being finished.
      const problem = error instanceof UserError ? error : missing(uri);
      this.problems.set(uri, [problemOf(problem)]);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.watchers, this.subscription, this.problems, this.changed).dispose();
  }
}

function linked(uri: vscode.Uri): UserError {
  const message = vscode.l10n.t(
    '{0} is not read, because it is a symbolic link and may lead out of the workspace.',
    baseName(uri),
  );
  return new UserError('config-link', message);
}

function missing(uri: vscode.Uri): UserError {
  const message = vscode.l10n.t(
    'The configuration names the baseline {0}, which cannot be read. "design-docs check --update-baseline" writes it.',
    baseName(uri),
  );
  return new UserError('no-such-baseline', message);
}
