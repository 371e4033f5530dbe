/** The project's configuration in each workspace folder: the file that the command line reads, too. */

import * as vscode from 'vscode';
import type { Config } from '../../core/config/config';
import { CONFIG_FILE, NO_CONFIG } from '../../core/config/config';
import { ConfigError } from '../../core/config/configError';
import type { ConfigRead } from '../../core/config/readConfig';
import { readConfigFile } from '../../core/config/readConfig';
import { readLevels } from '../../core/config/readLevels';
import { UserError } from '../../core/text/userError';
import { SOURCE } from '../documents/convert';
import { baseName, pathInside } from '../documents/paths';
import { statOf } from '../documents/savedFile';
import { localized, localizedError } from '../localization/localized';
import { settings } from '../manifest/settings';
import { reportErrors } from '../messages/reportError';
import { changesLevels, checksLinks } from '../settings/levels';
import { readSetting } from '../settings/settings';

/** Reads the configuration of every workspace folder at the start, and again whenever one of them changes. */
export class Configs implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, Config>();
  private readonly problems = vscode.languages.createDiagnosticCollection(`${SOURCE}-config`);
  private loading: Promise<unknown> = Promise.resolve();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const files = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    const templates = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', false, true, false);
    // Loads run one after the other, so that an older one cannot finish last.
    const reload = (): void => {
      this.loading = this.loading.then(() => reportErrors(this.load()));
    };
    this.subscriptions = [
      files,
      files.onDidCreate(reload),
      files.onDidChange(reload),
      files.onDidDelete(reload),
      templates,
      templates.onDidCreate((uri) => this.isTemplate(uri) && reload()),
      templates.onDidDelete((uri) => this.isTemplate(uri) && reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(reload),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesLevels(event)) this.changed.fire();
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(`/${CONFIG_FILE}`)) reload();
      }),
    ];
    reload();
  }

  /** The configuration for a document; empty outside of all workspace folders and before the first load. */
  of(uri: vscode.Uri): Config {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const config = (folder && this.known.get(folder.uri.toString())) ?? NO_CONFIG;
    // The project's levels override the editor's. If VS Code checks links itself, ours would be reported twice.
    const rules = { ...readLevels(readSetting(settings.rules, uri)), ...config.rules };
    return { ...config, rules: checksLinks(uri) ? { ...rules, 'broken-link': 'off' } : rules };
  }

  /** Settles when all loads requested so far have finished. */
  get loaded(): Promise<unknown> {
    return this.loading;
  }

  /**
   * True for a template that the configuration names: its creation or deletion changes the configuration's problems.
   */
  private isTemplate(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && pathInside(folder.uri, uri);
    return (
      path !== undefined && (this.known.get(folder?.uri.toString() ?? '')?.templates.includes(path) ?? false)
    );
  }

  private async load(): Promise<void> {
    const { workspaceFolders = [] } = vscode.workspace;
    const current = new Set(workspaceFolders.map(({ uri }) => uri.toString()));
    for (const key of this.known.keys()) if (!current.has(key)) this.forget(key);
    for (const folder of workspaceFolders) await this.loadFolder(folder);
    this.changed.fire();
  }

  private forget(folder: string): void {
    this.known.delete(folder);
    this.problems.delete(vscode.Uri.joinPath(vscode.Uri.parse(folder), CONFIG_FILE));
  }

  private async loadFolder(folder: vscode.WorkspaceFolder): Promise<void> {
    const uri = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
    try {
      const read = await readFolder(uri);
      this.known.set(folder.uri.toString(), read?.config ?? NO_CONFIG);
      const problems: vscode.Diagnostic[] = [];
      for (const { path, missing } of read?.templates ?? [])
        if (await isMissing(folder.uri, path)) problems.push(problemOf(missing));
      this.problems.set(uri, problems);
    } catch (error) {
      // The last valid configuration stays in force while the file is being edited.
      this.problems.set(uri, [problemOf(error)]);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.problems, this.changed).dispose();
  }
}

/** The configuration in a file; undefined if there is none. Throws a `UserError` if it is invalid. */
async function readFolder(uri: vscode.Uri): Promise<ConfigRead | undefined> {
  const stat = await statOf(uri);
  if (!stat) return undefined;
  if ((stat.type & vscode.FileType.SymbolicLink) !== 0) {
    throw new UserError(
      'config-link',
      vscode.l10n.t(
        '{0} is not read, because it is a symbolic link and may lead out of the workspace.',
        CONFIG_FILE,
      ),
    );
  }
  return readConfigFile(await textOf(uri));
}

/** The text of a file. Throws a `UserError` if it is not UTF-8. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('config-encoding', vscode.l10n.t('{0} is not valid UTF-8.', baseName(uri)));
  }
}

async function isMissing(folder: vscode.Uri, path: string): Promise<boolean> {
  const stat = await statOf(vscode.Uri.joinPath(folder, path));
  return !stat || (stat.type & vscode.FileType.File) === 0;
}

/** The diagnostic for an error, at its position, or at the start of the file if it has none. */
export function problemOf(error: unknown): vscode.Diagnostic {
  if (!(error instanceof ConfigError))
    return new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), localizedError(error));
  const { line, character, length } = error.place;
  return new vscode.Diagnostic(
    new vscode.Range(line, character, line, character + length),
    `${localized(error.what)}.`,
  );
}
