/** The texts of design docs as the user last saw them. */

import * as vscode from 'vscode';
import { maxTextLength } from '../../core/config/scope';
import { BOM } from '../../core/text/text';
import { exactText, exactTextOfAnySize } from '../documents/savedFile';
import { inBatches } from '../model/batches';
import type { Configs } from '../model/configs';
import { scopeOf } from '../model/scope';
import type { Index, IndexedFile } from '../services/services';

/**
 * The maximum number of characters of all texts together: those of documents beyond it are not held until they are
 * opened.
 */
const MAX_CHARACTERS = 16_000_000;

/**
 * Holds the text of each document that is or was open, and of those that the Documents view lists, with byte order mark
 * and line endings. What the editor saves is what the user saw.
 */
export class SeenTexts implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private characters = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly configs: Configs,
    index: Index,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.opened(document)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.saved(document)),
      index.onDidChange((files) => void this.listed(files)),
    ];
    for (const document of vscode.workspace.textDocuments) void this.opened(document);
    void this.listed(index.known ?? []);
  }

  /** The text of a document; undefined if it is not known. */
  of(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  /** From now on, this is the text that the user saw; undefined if there is no such file. */
  set(uri: vscode.Uri, text: string | undefined): void {
    const key = uri.toString();
    this.characters += (text ?? '').length - (this.texts.get(key) ?? '').length;
    if (text === undefined) this.texts.delete(key);
    else this.texts.set(key, text);
  }

  private async opened(document: vscode.TextDocument): Promise<void> {
    const isNew = this.of(document.uri) === undefined && !document.isUntitled && !document.isDirty;
    if (isNew && scopeOf(document, this.configs.of(document.uri)) !== 'never') await this.take(document);
  }

  private async listed(files: readonly IndexedFile[]): Promise<void> {
    await inBatches(files, async ({ uri }) => {
      if (this.characters < MAX_CHARACTERS) await this.add(uri);
    });
  }

  private async add(uri: vscode.Uri): Promise<void> {
    if (this.of(uri) !== undefined) return;
    const text = await exactText(uri);
    if (this.of(uri) === undefined) this.set(uri, text);
  }

  private async saved(document: vscode.TextDocument): Promise<void> {
    await (this.of(document.uri) === undefined ? this.opened(document) : this.take(document));
  }

  /** Takes the text of the editor at once, and then the file's own if that is the same but for what editors hide. */
  private async take(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    const shown = document.getText();
    if (shown.length > maxTextLength) return this.set(uri, undefined);
    this.set(uri, shown);
    const text = await exactTextOfAnySize(uri);
    if (this.of(uri) === shown && text !== undefined && plain(text) === plain(shown)) this.set(uri, text);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}

function plain(text: string): string {
  return text.replace(BOM, '').replaceAll('\r\n', '\n');
}
