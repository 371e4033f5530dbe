/** Finds the plan on which a command or the status bar acts, and shows its lines. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { UserError } from '../../core/text/userError';
import { textEditorOf } from '../documents/editQueue';
import { analyzeText } from '../listing/fileQueries';
import type { Services } from '../services/services';

/** A design doc and its current analysis. */
export interface PlanTarget {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/** The active design doc, or else the one in the Plan view; undefined if there is neither. */
export function shownPlan({ active, analyses, planDocument }: Services): PlanTarget | undefined {
  for (const document of [active.document, planDocument.document]) {
    const analysis = document && analyses.of(document);
    if (analysis) return { document, analysis };
  }
  return undefined;
}

/** The design doc at a URI, or else the one of `shownPlan`. Throws a `UserError` if there is none. */
export async function planTarget(services: Services, uri: vscode.Uri | undefined): Promise<PlanTarget> {
  await services.templates.loaded();
  if (uri === undefined) {
    await openActive(services.active.uri);
    const shown = shownPlan(services);
    if (shown) return shown;
    throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const analysis = services.analyses.of(document);
  if (analysis) return { document, analysis };
  throw new UserError('no-document', notDesignDoc(uri));
}

/**
 * Like `planTarget`, with an analysis for which every file that the document refers to was looked up: a verdict that nothing
 * is in the way must not come from answers that are still open.
 */
export async function settledTarget(services: Services, uri: vscode.Uri | undefined): Promise<PlanTarget> {
  const { document } = await planTarget(services, uri);
  return { document, analysis: await settledAnalysis(services, document) };
}

/** The analysis of a document's current text, for which every file that it refers to was looked up. */
export async function settledAnalysis(
  services: Pick<Services, 'merged' | 'analyses'>,
  document: vscode.TextDocument,
): Promise<Analysis> {
  for (;;) {
    const { version } = document;
    const { analysis } = await analyzeText(services, document.uri, document.getText());
    if (document.version === version) return analysis;
  }
}

/** The sentence that a file is not a design doc. */
export function notDesignDoc(uri: vscode.Uri): string {
  return vscode.l10n.t('{0} is not a design doc.', vscode.workspace.asRelativePath(uri));
}

/**
 * Opens the document of a custom editor, which may not be open yet; otherwise the Plan view's would be used instead.
 */
async function openActive(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri || !/\.(?:md|markdown)$/i.test(uri.path)) return;
  await vscode.workspace.openTextDocument(uri).then(
    () => undefined,
    // A document that cannot be opened is not a design doc.
    () => undefined,
  );
}

/** Shows a document in a text editor, reusing a visible one. Moves the cursor to `line`, counted from 0, if given. */
export async function showLine(document: vscode.TextDocument, line?: number): Promise<vscode.TextEditor> {
  const visible = textEditorOf(document.uri);
  const place = line !== undefined && startOf(document, line);
  const editor = await vscode.window.showTextDocument(document, {
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
    ...(place && { selection: place }),
  });
  if (place) editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** The start of a line's text. If the document now has fewer lines, that of the last line. */
function startOf(document: vscode.TextDocument, line: number): vscode.Range {
  const last = Math.min(line, document.lineCount - 1);
  const start = document.lineAt(last).firstNonWhitespaceCharacterIndex;
  return new vscode.Range(last, start, last, start);
}
