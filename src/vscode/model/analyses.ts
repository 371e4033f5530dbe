/** One analysis a document version, shared by everything that shows findings or the plan. */

import * as vscode from 'vscode';
import type { Analysis, Environment } from '../../core/analysis/analyze';
import { analyzeDocument } from '../../core/analysis/analyze';
import { longestText } from '../../core/config/scope';
import type { Document } from '../../core/document/document';
import { parseDocument } from '../../core/document/document';
import { updateDocument } from '../../core/incremental/update';
import { isTitled } from '../../core/template/select';
import type { TextEdit } from '../../core/text/text';
import { comparePositions } from '../../core/text/text';
import type { Authors } from './authors';
import type { Configs } from './configs';
import type { LinkTargets } from './linkTargets';
import { scopeOf } from './scope';
import type { Templates } from './templates';
import { today } from './today';

/** What was read of a document, and what it was read for. */
interface AnalyzedVersion {
  readonly version: number;
  readonly languageId: string;
  readonly generation: number;
  readonly environment: Environment;
  /** The text that was read; undefined where nobody needed it. */
  readonly read: Document | undefined;
  readonly analysis: Analysis | undefined;
  /** True for a design doc that is too long to be read. */
  readonly skipped: boolean;
  /** The characters of the text, and what was typed since it was read, up to the version `upTo`. */
  length: number;
  readonly typed: TextEdit[];
  upTo: number;
}

/** What a document is about to become. */
export interface Expected {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis | undefined;
}

/** More edits than this in one change are a formatter's, and the text is read anew. */
const MANY = 20;

/** Answers at once for any document, and says when an answer has become another. */
export class Analyses implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires for a document that was opened or edited, and for all when configuration, templates or the author change. */
  readonly onDidChange = this.changed.event;
  private readonly expected = new vscode.EventEmitter<Expected>();
  /** Fires when edits are sent to VS Code, with what they will make of the document, and again where they did not. */
  readonly onDidExpect = this.expected.event;
  private readonly entries = new WeakMap<vscode.TextDocument, AnalyzedVersion>();
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
    const text = scope === 'never' ? undefined : readAgain(document, entry);
    const read = text?.read;
    const inScope = read !== undefined && (scope === 'always' || isTitled(read, environment.templates));
    const analysis = inScope ? analyzeDocument(read, environment) : undefined;
    this.entries.set(document, {
      version,
      languageId,
      generation,
      environment,
      read,
      analysis,
      skipped: scope === 'always' && text !== undefined && read === undefined,
      length: text?.length ?? 0,
      typed: [],
      upTo: version,
    });
    return analysis;
  }

  /** True for a design doc that has no analysis because it is too long. */
  skips(document: vscode.TextDocument): boolean {
    this.of(document);
    return this.entries.get(document)?.skipped ?? false;
  }

  /** Tells of edits that are on their way; they do not overlap, and none means that they will not come. */
  expect(document: vscode.TextDocument, edits: readonly TextEdit[]): void {
    const analysis = this.of(document);
    // From the last to the first, since each is made on the text that the one before has left.
    const inTurn = [...edits].sort((a, b) => comparePositions(b.range.start, a.range.start));
    const after = analysis && updateDocument(analysis.document, inTurn);
    this.expected.fire({
      document,
      analysis: after && analyzeDocument(after, analysis.environment),
    });
  }

  /** Remembers what was typed, so that its document can be read on from what was read before. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.entries.get(document);
    if (!entry || entry.upTo !== document.version - 1 || contentChanges.length > MANY) return;
    const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    for (const { range, rangeLength, text } of contentChanges) {
      entry.length += text.length - rangeLength;
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
    vscode.Disposable.from(...this.subscriptions, this.changed, this.expected).dispose();
  }
}

/** A text as long as it is, read unless it is too long. */
interface Text {
  readonly length: number;
  readonly read: Document | undefined;
}

/** The text of a document, read on from what was read before if all that was typed since is known. */
function readAgain(document: vscode.TextDocument, entry: AnalyzedVersion | undefined): Text {
  if (entry && entry.upTo === document.version) {
    const { length } = entry;
    if (length > longestText) return { length, read: undefined };
    const read = entry.read && updateDocument(entry.read, entry.typed);
    if (read?.lineCount === document.lineCount) return { length, read };
  }
  const text = document.getText();
  const { length } = text;
  return { length, read: length > longestText ? undefined : parseDocument(text) };
}
