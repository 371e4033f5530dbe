/** The templates of each workspace folder, and those that the extension brings. */

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

/** What lies in media/templates. A web host cannot list that folder. */
const BUNDLED = ['adr.md', 'design.md', 'developer.md', 'retrospective.md', 'rfc.md'];
/** What is watched; which of these are templates is the core's to say. */
const NAMES = '**/*{template,Template,TEMPLATE}*.{md,markdown}';
const MAX_TEMPLATES = 200;
const MAX_BYTES = 1_000_000;

/** Reads templates at the start and whenever one of them changes on disk. */
export class Templates implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** By workspace folder; documents outside of all of them have the extension's own, under the empty key. */
  private known: ReadonlyMap<string, readonly TemplateSource[]> = new Map();
  private loading: Promise<void>;
  private waiting = false;
  /** What reading the files gave, by what they are called and say. */
  private readings: ReadonlyMap<string, Template> = new Map();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly configs: Configs,
  ) {
    const files = vscode.workspace.createFileSystemWatcher(NAMES, false, false, true);
    // When a folder goes, nothing is said of the files in it.
    const deletions = vscode.workspace.createFileSystemWatcher('**', true, true, false);
    this.subscriptions = [
      files,
      deletions,
      files.onDidCreate(() => this.reload()),
      files.onDidChange(() => this.reload()),
      deletions.onDidDelete((gone) => {
        const templates = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
          (this.known.get(keyOf(folder)) ?? []).map(({ path }) => vscode.Uri.joinPath(folder.uri, path)),
        );
        if (templates.some((uri) => pathInside(gone, uri) !== undefined)) this.reload();
      }),
      configs.onDidChange(() => this.reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      // A watcher of the file system may miss what happens in a folder that was made a moment ago.
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (isTemplate(pathInWorkspace(uri))) this.reload();
      }),
    ];
    this.loading = this.loadOrTell();
  }

  /** The templates that a document may follow, preferred ones first. None before the first reading. */
  of(uri: vscode.Uri): readonly Template[] {
    const known = this.known.get(keyOf(vscode.workspace.getWorkspaceFolder(uri))) ?? [];
    return templatesFor(known, pathInWorkspace(uri)).map(({ template }) => template);
  }

  /** Settles when the templates are read that the configuration asks for: before, a document seems to follow none. */
  async loaded(): Promise<void> {
    await this.configs.loaded;
    await this.loading;
  }

  /** Names what all of the templates say: it changes when one of them does. */
  get signature(): string {
    return digest([...this.readings.keys()].sort().join('\0'));
  }

  /**
   * All templates of a folder, the likeliest first, read anew: a watcher may miss a file in a folder that has just been
   * made.
   */
  async list(folder: vscode.WorkspaceFolder): Promise<readonly TemplateSource[]> {
    this.reload();
    await this.loading;
    const known = this.known.get(keyOf(folder)) ?? [];
    const first = defaultTemplate(known, '');
    const rest = templatesFor(known, '').filter((source) => source !== first);
    return first ? [first, ...rest] : rest;
  }

  /** At most one reading runs and one waits, however many files change at once. */
  private reload(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.loading = this.loading.then(() => {
      this.waiting = false;
      return this.loadOrTell();
    });
  }

  /** A reading that fails leaves what is known as it is, and the next one a chance. */
  private async loadOrTell(): Promise<void> {
    await reportErrors(this.load());
  }

  private async load(): Promise<void> {
    const folder = vscode.Uri.joinPath(this.extensionUri, 'media', 'templates');
    const readings = new Map<string, Template>();
    const read = (file: TemplateFile): TemplateFile => {
      const key = `${file.path}\n${file.text}`;
      const template = readings.get(key) ?? this.readings.get(key) ?? readTemplate(file.text, file.path);
      readings.set(key, template);
      return { ...file, template };
    };
    const bundled = (await readFiles(folder, BUNDLED, true)).map(read);
    const known = new Map([['', readTemplates(bundled)]]);
    for (const own of vscode.workspace.workspaceFolders ?? []) {
      const config = this.configs.of(own.uri);
      const all = (await markdownFiles(own.uri)).filter((path) => isTemplate(path, config));
      const files = await readFiles(own.uri, all.slice(0, MAX_TEMPLATES), false, config.templates);
      known.set(keyOf(own), readTemplates([...files.map(read), ...bundled]));
    }
    this.readings = readings;
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
    // It was deleted meanwhile, or may not be read; then there is no such template.
    return undefined;
  }
}
