/** One analysis per document version, shared by everything that shows findings or the plan. */

import * as vscode from 'vscode';
import type { Analysis, Environment } from '../../core/analysis/analyze';
import { analyzeDocument } from '../../core/analysis/analyze';
import { isDesignDoc, maxTextLength } from '../../core/config/scope';
import type { Document } from '../../core/document/document';
import { parseDocument } from '../../core/document/document';
import { updateDocument } from '../../core/incremental/update';
import type { TextEdit } from '../../core/text/text';
import { comparePositions } from '../../core/text/text';
import { pathInWorkspace } from '../documents/paths';
import type { Authors } from './authors';
import type { Baselines } from './baselines';
import type { Configs } from './configs';
import type { LinkTargets } from './linkTargets';
import type { MergedDocuments } from './mergedDocuments';
import { scopeOf } from './scope';
import { SlowDocuments } from './slowDocuments';
import type { Templates } from './templates';
import { today } from './today';

/** A cached analysis, its keys, and the edits since then. */
interface AnalyzedVersion {
  readonly version: number;
  readonly languageId: string;
  readonly generation: number;
  readonly environment: Environment;
  /** The parsed document; undefined if it is out of scope or too long. */
  readonly parsed: Document | undefined;
  readonly analysis: Analysis | undefined;
  /** True for a design doc that is too long to be parsed. */
  readonly skipped: boolean;
  /** The milliseconds that parsing and checking took. */
  readonly cost: number;
  /** The length of the text at version `upTo`, in characters. */
  length: number;
  /** The edits from `version` to `upTo`, in order. */
  readonly edits: TextEdit[];
  upTo: number;
}

/** The state that a document is expected to have after edits that were sent to VS Code. */
export interface Expected {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis | undefined;
}

/** A change with more edits than this probably comes from a formatter; a full parse is then cheaper. */
const MAX_EDITS = 20;

/** Returns the analysis of any document synchronously, and fires an event when it may have changed. */
export class Analyses implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /**
   * Fires for a document that was opened or edited, with a delay if it is slow to analyze, and for all documents when
   * the configuration, the templates, the author, the existence of linked files or the default branch changes.
   */
  readonly onDidChange = this.changed.event;
  private readonly expected = new vscode.EventEmitter<Expected>();
  /** Fires with the expected result when edits are sent to VS Code, and again with the current state if they fail. */
  readonly onDidExpect = this.expected.event;
  private readonly entries = new WeakMap<vscode.TextDocument, AnalyzedVersion>();
  private readonly slow = new SlowDocuments<vscode.TextDocument>((document) => this.changed.fire(document));
  private generation = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly configs: Configs,
    private readonly templates: Templates,
    private readonly authors: Authors,
    private readonly links: LinkTargets,
    private readonly merged: MergedDocuments,
    private readonly baselines: Baselines,
  ) {
    this.subscriptions = [
      configs.onDidChange(() => this.renew()),
      templates.onDidChange(() => this.renew()),
      authors.onDidChange(() => this.renew()),
      links.onDidChange(() => this.renew()),
      merged.onDidChange(() => this.renew()),
      baselines.onDidChange(() => this.renew()),
      this.slow,
      vscode.workspace.onDidOpenTextDocument((document) => this.changed.fire(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.slow.cancel(document)),
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
        // Documents of other languages are no design docs, and their changes make the folder's list no other one.
        if (event.contentChanges.length === 0 || event.document.languageId !== 'markdown') return;
        this.slow.change(event.document, this.entries.get(event.document)?.cost ?? 0);
      }),
    ];
  }

  /** The analysis of the current version of a document; undefined if it is no design doc or is too long. */
  of(document: vscode.TextDocument): Analysis | undefined {
    const { version, languageId } = document;
    const { generation } = this;
    const entry = this.entries.get(document);
    const same = entry?.generation === generation && entry.languageId === languageId;
    if (same && entry.version === version) return entry.analysis;
    const start = performance.now();
    const environment =
      same && entry.environment.today === today() ? entry.environment : this.environment(document.uri);
    const scope = scopeOf(document, this.configs.of(document.uri));
    const current = scope === 'never' ? undefined : parse(document, entry);
    const parsed = current?.parsed;
    const analyzed = parsed && analyzeDocument(parsed, environment);
    const counts = analyzed && (scope === 'expected' || this.isDesignDoc(document.uri, analyzed));
    const analysis = counts ? analyzed : undefined;
    this.entries.set(document, {
      version,
      languageId,
      generation,
      environment,
      parsed,
      analysis,
      skipped: scope === 'expected' && current !== undefined && parsed === undefined,
      cost: performance.now() - start,
      length: current?.length ?? 0,
      edits: [],
      upTo: version,
    });
    return analysis;
  }

  /** True for a document that follows a template and is none itself. */
  isDesignDoc(uri: vscode.Uri, { bound, environment }: Analysis): boolean {
    const path = pathInWorkspace(uri);
    if (!bound || environment.templates.some((template) => template.path === path)) return false;
    return uri.scheme === 'untitled' || isDesignDoc(path, bound.template, this.configs.of(uri));
  }

  /** True for a design doc that has no analysis because it is too long. */
  skips(document: vscode.TextDocument): boolean {
    this.of(document);
    return this.entries.get(document)?.skipped ?? false;
  }

  /** Announces edits that are sent to VS Code and do not overlap. An empty list announces that they failed. */
  expect(document: vscode.TextDocument, edits: readonly TextEdit[]): void {
    const analysis = this.of(document);
    // Last edit first, so that the positions of the remaining edits stay valid.
    const inTurn = [...edits].sort((a, b) => comparePositions(b.range.start, a.range.start));
    const after = analysis && updateDocument(analysis.document, inTurn);
    this.expected.fire({
      document,
      analysis: after && analyzeDocument(after, analysis.environment),
    });
  }

  /** Records the edits of a change, so that the next analysis can update the parsed document incrementally. */
  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.entries.get(document);
    if (!entry || entry.upTo !== document.version - 1 || contentChanges.length > MAX_EDITS) return;
    // One parse of the whole text costs less than one update of a long plan for each of several edits.
    if (this.slow.isPending(document)) return;
    const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    for (const { range, rangeLength, text } of contentChanges) {
      entry.length += text.length - rangeLength;
      entry.edits.push({ range, newText: text.replace(/\r\n|\n|\r/g, ending) });
    }
    // A change event without content may be a change of all line endings, which needs a full parse.
    if (contentChanges.length > 0) entry.upTo = document.version;
  }

  /** Everything that the analysis of a document depends on, except its text. */
  environment(uri: vscode.Uri): Environment {
    const author = this.authors.of(uri);
    const { rules: levels, statuses, index } = this.configs.of(uri);
    const templates = this.templates.of(uri);
    const files = this.links.around(uri);
    return {
      templates,
      today: today(),
      levels,
      statuses,
      index,
      baseline: this.baselines.of(uri),
      isMerged: () => this.merged.has(uri),
      path: vscode.workspace.getWorkspaceFolder(uri) && vscode.workspace.asRelativePath(uri, false),
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

/** The length of a text in characters, and its parsed document unless it is too long. */
interface ParsedText {
  readonly length: number;
  readonly parsed: Document | undefined;
}

/** Parses the text of a document, incrementally if all edits since the cached version are known. */
function parse(document: vscode.TextDocument, entry: AnalyzedVersion | undefined): ParsedText {
  if (entry && entry.upTo === document.version) {
    const { length } = entry;
    if (length > maxTextLength) return { length, parsed: undefined };
    const parsed = entry.parsed && updateDocument(entry.parsed, entry.edits);
    if (parsed?.lineCount === document.lineCount) return { length, parsed };
  }
  const text = document.getText();
  const { length } = text;
  return { length, parsed: length > maxTextLength ? undefined : parseDocument(text) };
}
