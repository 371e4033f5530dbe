/** Many changes of a document as one. */

import * as vscode from 'vscode';
import type { FixOptions } from '../../core/fix/fixText';
import { fixText } from '../../core/fix/fixText';
import type { TextEdit } from '../../core/text/text';
import { changeBetween } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import type { Analyses } from '../model/analyses';
import type { Services } from '../services/services';

/** What was worked out for a document. */
interface ManyFixes {
  /** One edit at most, so that one undo takes all of it back. */
  readonly edits: readonly TextEdit[];
  /** How many findings the edit mends. */
  readonly count: number;
  /** What the findings say whose change could not be proved. */
  readonly refused: readonly string[];
}

/** Works out the edit that makes all safe changes, or those that the options want. */
export function fixAllEdits(
  analyses: Analyses,
  document: vscode.TextDocument,
  options?: FixOptions,
): ManyFixes {
  const text = document.getText();
  const fixed = fixText(text, analyses.environment(document.uri), options);
  const change = changeBetween(text, fixed.text);
  return {
    edits: change ? [change] : [],
    count: fixed.count,
    refused: fixed.refused.map(({ message }) => message),
  };
}

/** Applies such changes to a document, the active one unless a URI names another. Tells what could not be changed. */
export async function applyAll(
  { active, analyses, edits }: Services,
  named: vscode.Uri | undefined,
  options?: FixOptions,
): Promise<ManyFixes> {
  const uri = named ?? active.uri;
  if (uri === undefined) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  let made: ManyFixes = { edits: [], count: 0, refused: [] };
  const outcome = await edits.change(uri, (document) => {
    made = fixAllEdits(analyses, document, options);
    return made.edits;
  });
  if (outcome !== 'done')
    throw new UserError('fix-failed', vscode.l10n.t('VS Code could not apply the fixes.'));
  const [first, ...more] = made.refused;
  if (first !== undefined) {
    const message =
      more.length === 0
        ? vscode.l10n.t('Could not be fixed without damage: {0}', first)
        : vscode.l10n.t('{0} findings could not be fixed without damage: {1} …', made.refused.length, first);
    void vscode.window.showWarningMessage(message);
  }
  return made;
}
