/** The templates of each workspace folder, and the bundled ones. */

import * as vscode from 'vscode';
import { isTemplate } from '../../core/config/scope';
import type { Template } from '../../core/template/template';
import { readTemplate } from '../../core/template/template';
import type { TemplateFile, TemplateSource } from '../../core/template/templateSet';
import { defaultTemplate, readTemplates, templatesFor } from '../../core/template/templateSet';
import { digest } from '../../core/text/digest';
import { pathInside, pathInWorkspace } from '../documents/paths';
import { reportErrors } from '../messages/reportError';
import type { Configs } from './configs';
import { markdownFiles } from './markdownFiles';

/** The files in media/templates, which a web host cannot list. */
const BUNDLED = ['adr.md', 'design.md', 'developer.md', 'retrospective.md', 'rfc.md'];
/** The watched files. The core decides which of them are templates. */
const NAMES = '**/*{template,Template,TEMPLATE}*.{md,markdown}';
const MAX_TEMPLATES = 200;
const MAX_BYTES = 1_000_000;

/** Reads templates at the start, and again whenever one of them changes on disk. */
export class Templates implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** By workspace folder. The empty key has the bundled templates, for documents outside of all folders. */
  private known: ReadonlyMap<string, readonly TemplateSource[]> = new Map();
  private loading: Promise<void>;
  private waiting = false;
  /** Parsed templates, by path and text. */
  private parsed: ReadonlyMap<string, Template> = new Map();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly configs: Configs,
  ) {
    const files = vscode.workspace.createFileSystemWatcher(NAMES, false, false, true);
    // When a folder is deleted, VS Code reports the folder and not the files in it.
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    this.subscriptions = [
      files,
      deletions,
      files.onDidCreate(() => this.reload()),
      files.onDidChange(() => this.reload()),
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
        if (isTemplate(pathInWorkspace(uri))) this.reload();
      }),
    ];
    this.loading = this.loadOrReport();
  }

  /** The templates that a document may follow, preferred ones first. Empty until the first load has finished. */
  of(uri: vscode.Uri): readonly Template[] {
    const known = this.known.get(keyOf(vscode.workspace.getWorkspaceFolder(uri))) ?? [];
    return templatesFor(known, pathInWorkspace(uri)).map(({ template }) => template);
  }

  /** Settles when the configured templates are loaded. Until then, no document has a template. */
  async loaded(): Promise<void> {
    await this.configs.loaded;
    await this.loading;
  }

  /** A digest of all templates, which changes whenever one of them changes. */
  get signature(): string {
    return digest([...this.parsed.keys()].sort().join('\0'));
  }

  /**
   * All templates of a folder, the default one first. Reloads them, since a watcher may miss a file in a folder that
   * was just created.
   */
  async list(folder: vscode.WorkspaceFolder): Promise<readonly TemplateSource[]> {
    this.reload();
    await this.loading;
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
    const folder = vscode.Uri.joinPath(this.extensionUri, 'media', 'templates');
    const parsed = new Map<string, Template>();
    const read = (file: TemplateFile): TemplateFile => {
      const key = `${file.path}\n${file.text}`;
      const template = parsed.get(key) ?? this.parsed.get(key) ?? readTemplate(file.text, file.path);
      parsed.set(key, template);
      return { ...file, template };
    };
    const bundled = (await readFiles(folder, BUNDLED, true)).map(read);
    const known = new Map([['', readTemplates(bundled)]]);
    for (const workspaceFolder of vscode.workspace.workspaceFolders ?? []) {
      const config = this.configs.of(workspaceFolder.uri);
      const all = (await markdownFiles(workspaceFolder.uri)).filter((path) => isTemplate(path, config));
      const files = await readFiles(
        workspaceFolder.uri,
        all.slice(0, MAX_TEMPLATES),
        false,
        config.templates,
      );
      known.set(keyOf(workspaceFolder), readTemplates([...files.map(read), ...bundled]));
    }
    this.parsed = parsed;
    this.known = known;
    this.changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

function keyOf(folder: vscode.WorkspaceFolder | undefined): string {
  return folder?.uri.toString() ?? '';
}

async function readFiles(
  folder: vscode.Uri,
  paths: readonly string[],
  bundled: boolean,
  preferred: readonly string[] = [],
): Promise<TemplateFile[]> {
  const texts = await Promise.all(paths.map((path) => readText(vscode.Uri.joinPath(folder, path))));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    const preference = preferred.indexOf(path);
    return text === undefined ? [] : [{ path, text, bundled, ...(preference >= 0 && { preference }) }];
  });
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > MAX_BYTES ? undefined : new TextDecoder().decode(bytes);
  } catch {
    // A template that was just deleted or is not readable is left out.
    return undefined;
  }
}
