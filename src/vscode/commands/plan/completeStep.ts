import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { isEditedRendered } from '../../documents/tabs';
import { toggleLines } from '../../planActions/toggle';
import type { Command } from '../command';
import { toggleStep } from './toggleStep';

/**
 * Ticks the steps at all cursors of the active editor as one edit, or unticks them if all are done. In an editor without a
 * cursor in the text, it ticks the selected row of the Plan view, or the one that the user picks.
 */
export const completeStep: Command = async (services) => {
  const { active, analyses, templates } = services;
  await templates.loaded();
  if (active.uri && isEditedRendered(active.uri)) return toggleStep(services);
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document;
  if (!document || !analyses.of(document)) {
    throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  }
  await toggleLines(services, document.uri, () => editor.selections.flatMap(linesOf));
};

function linesOf({ start, end }: vscode.Selection): number[] {
  // A selection that ends at the start of a line does not include that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index);
}
