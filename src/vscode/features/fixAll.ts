/** Applies all fixes of a document as one edit. */

import * as vscode from 'vscode';
import type { FixOptions } from '../../core/fix/fixText';
import { fixText } from '../../core/fix/fixText';
import type { TextEdit } from '../../core/text/text';
import { changeBetween } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { changeWithLinks } from '../listing/followRenames';
import { localized } from '../localization/localized';
import { showWarning } from '../messages/show';
import type { Analyses } from '../model/analyses';
import type { Services } from '../services/services';

/** The combined fixes of a document. */
interface ManyFixes {
  /** At most one edit, so that one undo reverts all fixes. */
  readonly edits: readonly TextEdit[];
  /** The number of findings that the edit fixes. */
  readonly count: number;
  /** The messages of findings whose fix could not be proved safe. */
  readonly refused: readonly string[];
}

/** Computes the edit that makes all safe changes, or those that the options select. */
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
    refused: fixed.refused.map(({ said }) => localized(said)),
  };
}

/**
 * Applies the fixes to the document at `named`, or to the active one, and updates links of other files to headings that they
 * rename. Warns the user about findings that could not be
 * fixed. Throws a `UserError` if there is no document or VS Code rejects the edit.
 */
export async function applyAll(
  { active, analyses, edits }: Services,
  named: vscode.Uri | undefined,
  options?: FixOptions,
): Promise<ManyFixes> {
  const uri = named ?? active.uri;
  if (uri === undefined) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  let applied: ManyFixes = { edits: [], count: 0, refused: [] };
  const outcome = await changeWithLinks(edits, uri, (document) => {
    applied = fixAllEdits(analyses, document, options);
    return applied.edits;
  });
  if (outcome !== 'done')
    throw new UserError('fix-failed', vscode.l10n.t('VS Code could not apply the fixes.'));
  const [first, ...more] = applied.refused;
  if (first !== undefined) {
    const message =
      more.length === 0
        ? vscode.l10n.t('Could not be fixed without damage: {0}', first)
        : vscode.l10n.t(
            '{0} findings could not be fixed without damage: {1} …',
            applied.refused.length,
            first,
          );
    void showWarning(message);
  }
  return applied;
}
