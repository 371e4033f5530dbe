/** Inserts new rows into a document, with their titles as tab stops. */

import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis/analyze';
import type { Insertion, Refusal } from '../../core/plan/change';
import { insertionEdit, isRefused } from '../../core/plan/change';
import { UserError } from '../../core/text/userError';
import { insertStops } from '../documents/editQueue';
import { baseName } from '../documents/paths';
import { isEditedRendered } from '../documents/tabs';
import { changePlan } from '../plan/edits';
import type { Services } from '../services/services';
import { showLine } from './target';

type Work = (analysis: Analysis) => Insertion | Refusal | undefined;

/**
 * Shows the document in a text editor and inserts the result of `work` on the current text; where the document is edited
 * without its text, asks for the title. `work` returns undefined if the row that it looks for no longer exists. Throws a
 * `UserError` on failure.
 */
export async function insertStub(
  { analyses, edits }: Pick<Services, 'analyses' | 'edits'>,
  uri: vscode.Uri,
  work: Work,
): Promise<void> {
  if (isEditedRendered(uri)) {
    const title = await askForTitle();
    if (title === undefined) return;
    await changePlan(analyses, edits, uri, (analysis) => {
      const insertion = work(analysis);
      if (!insertion || isRefused(insertion)) return insertion;
      return { edits: [insertionEdit(titled(insertion, title))] };
    });
    return;
  }
  const editor = await showLine(await vscode.workspace.openTextDocument(uri));
  const inserted = await insertStops(editor, () => {
    const analysis = analyses.of(editor.document);
    const insertion = analysis && work(analysis);
    if (!insertion) {
      const message = vscode.l10n.t('{0} has changed. Try again.', baseName(uri));
      throw new UserError('stale-step', message);
    }
    if (isRefused(insertion)) throw new UserError('plan-refused', insertion.refused);
    return insertion;
  });
  if (inserted) return;
  throw new UserError('plan-failed', vscode.l10n.t('VS Code could not change {0}.', baseName(uri)));
}

function askForTitle(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    placeHolder: vscode.l10n.t('Title of the new step or milestone'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Write something.') : undefined),
  });
}

/** The insertion with a title in place of what the author should replace. */
function titled(insertion: Insertion, title: string): Insertion {
  const { text, stops } = insertion;
  const [first] = stops;
  if (!first) return insertion;
  return { ...insertion, text: text.slice(0, first.start) + title.trim() + text.slice(first.end), stops: [] };
}
