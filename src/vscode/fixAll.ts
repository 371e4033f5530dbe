/** Every fix of a document as one change. */

import type { TextDocument } from 'vscode';
import { fixText } from '../core/analysis';
import type { TextEdit } from '../core/text/text';
import { changeBetween } from '../core/text/text';
import type { Analyses } from './analyses';

/** The edit, if any, that applies all fixes, or those of the given rules: one edit, so that one undo takes it back. */
export function fixAllEdits(
  analyses: Analyses,
  document: TextDocument,
  rules?: readonly string[],
): readonly TextEdit[] {
  const text = document.getText();
  const change = changeBetween(text, fixText(text, analyses.environment(document.uri), rules).text);
  return change ? [change] : [];
}
