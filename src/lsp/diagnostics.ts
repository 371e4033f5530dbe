/** Publishes the findings of open documents. */

import type { Connection, Diagnostic } from 'vscode-languageserver/node';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { SOURCE, toDiagnostic } from './convert';
import type { OpenDocuments } from './documents';
import type { Log } from './log';

/** How long to wait after a change for the next one, in milliseconds. */
const PAUSE_MS = 150;

/** The client's list of findings for each open design doc. */
export class Diagnostics {
  /** The documents of which the client has a list. */
  private readonly shown = new Set<string>();
  /** The documents that were looked at since they were opened, design docs or not. */
  private readonly seen = new Set<string>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly log: Log,
  ) {
    const { texts } = documents;
    texts.onDidChangeContent(({ document: { uri } }) => this.later(uri));
    texts.onDidClose(({ document: { uri } }) => {
      clearTimeout(this.waiting.get(uri));
      this.waiting.delete(uri);
      this.seen.delete(uri);
      this.send(uri, undefined);
    });
  }

  /** Publishes the findings of all open documents again, because something around them has changed. */
  renew(): void {
    for (const uri of this.documents.texts.keys()) this.later(uri);
  }

  /** A document that was just opened does not wait. */
  private later(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    const pause = this.seen.has(uri) ? PAUSE_MS : 0;
    this.seen.add(uri);
    this.waiting.set(
      uri,
      setTimeout(() => void this.publish(uri), pause),
    );
  }

  private async publish(uri: string): Promise<void> {
    this.waiting.delete(uri);
    try {
      const found = await this.documents.of(uri);
      const version = this.documents.texts.get(uri)?.version;
      // The document was closed, or changed and will be published again.
      if (version === undefined || this.waiting.has(uri)) return;
      const list = found === 'too long' ? [tooLong()] : found?.analysis.findings.map(toDiagnostic);
      this.send(uri, list, version);
      this.log.recovered();
    } catch (error) {
      // Findings of an earlier text or configuration would be wrong.
      this.send(uri, undefined);
      this.log.failed(`checking ${uri}`, error);
    }
  }

  /** Sends a list; undefined clears the one that the client has. An editor may have moved equal ones with the text. */
  private send(uri: string, diagnostics: Diagnostic[] | undefined, version?: number): void {
    if (diagnostics) this.shown.add(uri);
    else if (!this.shown.delete(uri)) return;
    const list = { uri, diagnostics: diagnostics ?? [], ...(version !== undefined && { version }) };
    this.connection
      .sendDiagnostics(list)
      .catch((error: unknown) => this.log.failed(`publishing the findings of ${uri}`, error));
  }
}

/** The diagnostic of a document that is too long to be checked. */
function tooLong(): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    message: 'This document is larger than 2 MB, so it is not checked.',
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
  };
}
