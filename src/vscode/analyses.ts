/** One analysis a document version, shared by everything that shows findings or the plan. */

import * as vscode from 'vscode';
import type { Analysis, Environment } from '../core/analysis';
import { analyze } from '../core/analysis';
import type { Authors } from './authors';
import type { Configs } from './configs';
import type { LinkTargets } from './linkTargets';
import { isInScope } from './scope';
import type { Templates } from './templates';
import { today } from './today';

interface Entry {
  readonly version: number;
  readonly generation: number;
  readonly analysis: Analysis | undefined;
}

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
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.changed.fire(document);
      }),
    ];
  }

  /** The analysis of a document as it stands, or undefined if it is no design doc. */
  of(document: vscode.TextDocument): Analysis | undefined {
    const { version } = document;
    const { generation } = this;
    const entry = this.entries.get(document);
    if (entry?.version === version && entry.generation === generation) return entry.analysis;
    const environment = this.environment(document.uri);
    const inScope = isInScope(document, environment.templates, this.configs.of(document.uri));
    const analysis = inScope ? analyze(document.getText(), environment) : undefined;
    this.entries.set(document, { version, generation, analysis });
    return analysis;
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
