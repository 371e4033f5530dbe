/** The templates and the documents of each workspace folder, and the bundled templates. */

import * as vscode from 'vscode';
import { GITIGNORE } from '../../core/config/gitignore';
import { saysTemplate } from '../../core/config/scope';
import type { Template } from '../../core/template/template';
import { readTemplate } from '../../core/template/template';
import type { TemplateFile, TemplateSource } from '../../core/template/templateSet';
import { defaultTemplate, readTemplates, templatesFor } from '../../core/template/templateSet';
import { digest } from '../../core/text/digest';
import { lastName } from '../../core/text/paths';
import { pathInside, pathInWorkspace } from '../documents/paths';
import { reportErrors } from '../messages/reportError';
import type { Configs } from './configs';
import { readBundled, searchFolder } from './searchFolder';

/** Searches at the start, and again whenever a Markdown file appears or disappears, or a template changes on disk. */
export class Templates implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** By workspace folder. The empty key has the bundled templates, for documents outside of all folders. */
  private known: ReadonlyMap<string, readonly TemplateSource[]> = new Map();
  /** The state of the templates; see `stateOf`. */
  private state = '';
  /** The paths of the documents in each workspace folder. */
  private documents: ReadonlyMap<string, readonly string[]> = new Map();
  private readonly first: Promise<void>;
  private loading: Promise<void>;
  private waiting = false;
  /** Parsed templates, by path and text. */
  private parsed: ReadonlyMap<string, Template> = new Map();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly storage: vscode.Uri,
    private readonly configs: Configs,
  ) {
    const files = vscode.workspace.createFileSystemWatcher('**/{*.md,*.markdown,.gitignore}');
    // When a folder is deleted, VS Code reports the folder and not the files in it.
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    this.subscriptions = [
      files,
      deletions,
      files.onDidCreate(() => this.reload()),
      files.onDidDelete(() => this.reload()),
      files.onDidChange((uri) => this.decidesSearch(uri) && this.reload()),
      deletions.onDidDelete((deleted) => {
        const templates = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
          (this.known.get(keyOf(folder)) ?? []).map(({ path }) => vscode.Uri.joinPath(folder.uri, path)),
        );
        if (templates.some((uri) => pathInside(deleted, uri) !== undefined)) this.reload();
      }),
      configs.onDidChange(() => this.reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      // A file system watcher may miss events in a folder that was created a moment ago.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.decidesSearch(uri)) this.reload();
      }),
    ];
    this.first = configs.loaded.then(() => this.loadOrReport());
    this.loading = this.first;
  }

  /** The templates that a document may follow, preferred ones first. Empty until the first load has finished. */
  of(uri: vscode.Uri): readonly Template[] {
    const known = this.known.get(keyOf(vscode.workspace.getWorkspaceFolder(uri))) ?? [];
    return templatesFor(known, pathInWorkspace(uri)).map(({ template }) => template);
  }

  /** The paths of the documents in a workspace folder that follow a template, or may do so. */
  documentsIn(folder: vscode.WorkspaceFolder): readonly string[] {
    return this.documents.get(keyOf(folder)) ?? [];
  }

  /** The paths of the team's templates in a workspace folder. */
  ownIn(folder: vscode.WorkspaceFolder): readonly string[] {
    const known = this.known.get(keyOf(folder)) ?? [];
    return known.filter(({ bundled }) => !bundled).map(({ path }) => path);
  }

  /** The templates that ship with the product. */
  get bundled(): readonly Template[] {
    return (this.known.get('') ?? []).map(({ template }) => template);
  }

  /** True for a file whose text decides what a search finds: a template, one by its name, and `.gitignore`. */
  private decidesSearch(uri: vscode.Uri): boolean {
    const path = pathInWorkspace(uri);
    if (lastName(path) === GITIGNORE) return true;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return saysTemplate(path) !== undefined || (folder !== undefined && this.ownIn(folder).includes(path));
  }

  /** Searches again, since a watcher may miss a file in a folder that was just created, and settles when that is done. */
  async refresh(): Promise<void> {
    this.reload();
    await this.loading;
  }

  /**
   * Settles when the first search is done. Until then, no document has a template. Later searches run in the background:
   * commands do not wait for them, because the text and the lines that they refer to would change meanwhile.
   */
  loaded(): Promise<void> {
    return this.first;
  }

  /** A digest of all templates, which changes whenever one of them changes. */
  get signature(): string {
    return digest([...this.parsed.keys()].sort().join('\0'));
  }

  /** All templates of a folder, the default one first. Searches again. */
  async list(folder: vscode.WorkspaceFolder): Promise<readonly TemplateSource[]> {
    await this.refresh();
    const known = this.known.get(keyOf(folder)) ?? [];
    const first = defaultTemplate(known, '');
    const rest = templatesFor(known, '').filter((source) => source !== first);
    return first ? [first, ...rest] : rest;
  }

  /** Schedules a load. At most one load runs and one waits, however many files change at once. */
  private reload(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.loading = this.loading.then(() => {
      this.waiting = false;
      return this.loadOrReport();
    });
  }

  /** Loads the templates. A failure is reported and keeps the current templates; later loads still run. */
  private async loadOrReport(): Promise<void> {
    await reportErrors(this.load());
  }

  private async load(): Promise<void> {
    const parsed = new Map<string, Template>();
    const read = (file: TemplateFile): TemplateFile => {
      const key = `${file.path}\n${file.text}`;
      const template =
        parsed.get(key) ?? this.parsed.get(key) ?? file.template ?? readTemplate(file.text, file.path);
      parsed.set(key, template);
      return { ...file, template };
    };
    const bundled = (await readBundled(this.extensionUri)).map(read);
    const known = new Map([['', readTemplates(bundled)]]);
    const documents = new Map<string, readonly string[]>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const found = await searchFolder(folder.uri, this.configs.of(folder.uri), bundled, this.storage);
      known.set(keyOf(folder), readTemplates([...found.templates.map(read), ...bundled]));
      documents.set(keyOf(folder), found.documents);
    }
    this.documents = documents;
    const state = stateOf(known);
    if (state === this.state) return;
    // Templates keep their identity while none changes, and so does what is derived from them.
    this.state = state;
    this.parsed = parsed;
    this.known = known;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** A text that changes whenever a template of a folder is added, removed or changed. */
function stateOf(known: ReadonlyMap<string, readonly TemplateSource[]>): string {
  const sources = [...known].map(([key, all]) => [
    key,
    all.map(({ path, preference, template }) => [path, preference, digest(template.source)]),
  ]);
  return JSON.stringify(sources);
}

function keyOf(folder: vscode.WorkspaceFolder | undefined): string {
  return folder?.uri.toString() ?? '';
}
