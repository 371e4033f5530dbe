/** Which plan a command, a key or the status bar is about, and going to its lines. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import { UserError } from '../../core/text/userError';
import type { Services } from '../services/services';

/** A design doc as it stands. */
export interface PlanTarget {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
}

/** The design doc that the user looks at, else the one that the Plan view shows. */
export function shownPlan({ active, analyses, planDocument }: Services): PlanTarget | undefined {
  for (const document of [active.document, planDocument.document]) {
    const analysis = document && analyses.of(document);
    if (analysis) return { document, analysis };
  }
  return undefined;
}

/** The design doc at a place, or, without one, the one that the user looks at. Throws if there is none. */
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
  throw new UserError(
    'no-document',
    vscode.l10n.t('{0} is no design doc.', vscode.workspace.asRelativePath(uri)),
  );
}

/** The text behind an editor that is no text editor may not be open yet; no other document must be taken for it. */
async function openActive(uri: vscode.Uri | undefined): Promise<void> {
  if (!uri || !/\.(?:md|markdown)$/i.test(uri.path)) return;
  await vscode.workspace.openTextDocument(uri).then(
    () => undefined,
    // What cannot be opened is no design doc.
    () => undefined,
  );
}

/** Shows a document as text, where it is shown already if it is, with the cursor on a line if one is given. */
export async function showLine(document: vscode.TextDocument, line?: number): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const place = line !== undefined && startOf(document, line);
  const editor = await vscode.window.showTextDocument(document, {
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
    ...(place && { selection: place }),
  });
  if (place) editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Where the text of a line starts; of the last line, if the document has become shorter meanwhile. */
function startOf(document: vscode.TextDocument, line: number): vscode.Range {
  const last = Math.min(line, document.lineCount - 1);
  const start = document.lineAt(last).firstNonWhitespaceCharacterIndex;
  return new vscode.Range(last, start, last, start);
}
