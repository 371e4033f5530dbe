/** One analysis a document version, shared by everything that shows findings or the plan. */

import * as vscode from 'vscode';
import type { Analysis, Environment } from '../core/analysis';
import { analyzeDocument } from '../core/analysis';
import type { Document } from '../core/document';
import { parseDocument } from '../core/document';
import { updateDocument } from '../core/incremental';
import { isTitled } from '../core/select';
import type { TextEdit } from '../core/text';
import type { Authors } from './authors';
import type { Configs } from './configs';
import type { LinkTargets } from './linkTargets';
import { scopeOf } from './scope';
import type { Templates } from './templates';
import { today } from './today';

/** What was read of a document, and what it was read for. */
interface Entry {
  readonly version: number;
  readonly languageId: string;
  readonly generation: number;
  readonly environment: Environment;
  /** The text that was read; undefined where nobody needed it. */
  readonly read: Document | undefined;
  readonly analysis: Analysis | undefined;
  /** What was typed since, up to the version `upTo`. */
  readonly typed: TextEdit[];
  upTo: number;
}

/** More edits than this in one change are a formatter's, and the text is read anew. */
const MANY = 20;

/** Answers at once for any document, and says when an answer has become another. */
export class Analyses implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires for a document that was opened or edited, and for all open ones when configuration, templates or the author change. */
  readonly onDidChange = this.changed.event;
  private readonly entries = new WeakMap<vscode.TextDocument, Entry>();
  private generation = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly configs: Configs,
    private readonly templates: Templates,
    private readonly authors: Authors,
    private readonly links: LinkTargets,
  ) {
    this.subscriptions = [
      configs.onDidChange(() => this.renew()),
      templates.onDidChange(() => this.renew()),
      authors.onDidChange(() => this.renew()),
      links.onDidChange(() => this.renew()),
      vscode.workspace.onDidOpenTextDocument((document) => this.changed.fire(document)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
        if (event.contentChanges.length > 0) this.changed.fire(event.document);
      }),
    ];
  }

  /** The analysis of a document as it stands, or undefined if it is no design doc. */
  of(document: vscode.TextDocument): Analysis | undefined {
    const { version, languageId } = document;
    const { generation } = this;
    const entry = this.entries.get(document);
    const same = entry?.generation === generation && entry.languageId === languageId;
    if (same && entry.version === version) return entry.analysis;
    const environment =
      same && entry.environment.today === today() ? entry.environment : this.environment(document.uri);
    const scope = scopeOf(document, this.configs.of(document.uri));
    const read = scope === 'never' ? undefined : readAgain(document, entry);
    const inScope = read !== undefined && (scope === 'always' || isTitled(read, environment.templates));
    const analysis = inScope ? analyzeDocument(read, environment, entry?.analysis) : undefined;
    const own = { version, languageId, generation, environment, read, analysis, typed: [], upTo: version };
    this.entries.set(document, own);
    return analysis;
  }

  /** Remembers what was typed, so that its document can be read on from what was read before. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.entries.get(document);
    if (!entry || entry.upTo !== document.version - 1 || contentChanges.length > MANY) return;
    const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    for (const { range, text } of contentChanges) {
      entry.typed.push({ range, newText: text.replace(/\r\n|\n|\r/g, ending) });
    }
    // A change without text is one of all line endings: nothing follows from what was read before.
    if (contentChanges.length > 0) entry.upTo = document.version;
  }

  /** What the answers for a document depend on besides its text. */
  environment(uri: vscode.Uri): Environment {
    const author = this.authors.of(uri);
    const { rules: levels, statuses } = this.configs.of(uri);
    const templates = this.templates.of(uri);
    const files = this.links.around(uri);
    return {
      templates,
      today: today(),
      levels,
      statuses,
      ...(author !== undefined && { author }),
      ...(files && { files }),
    };
  }

  private renew(): void {
    this.generation++;
    for (const document of vscode.workspace.textDocuments) this.changed.fire(document);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }
}

/** The text of a document, read on from what was read before if all that was typed since is known. */
function readAgain(document: vscode.TextDocument, entry: Entry | undefined): Document {
  if (entry?.read && entry.upTo === document.version) {
    const read = updateDocument(entry.read, entry.typed);
    if (read.layout.lineCount === document.lineCount) return read;
  }
  return parseDocument(document.getText());
}
