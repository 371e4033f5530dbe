/** Changes of review comments in a document that may be edited, closed or changed on disk concurrently. */

import * as vscode from 'vscode';
import type { CommentEdits } from '../../core/comments/change';
import type { Remark } from '../../core/comments/comment';
import type { Document } from '../../core/document/document';
import type { Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import { UserError } from '../../core/text/userError';
import { baseName } from '../documents/paths';
import { today } from '../model/today';
import type { Services } from '../services/services';

/**
 * Computes a change of a comment on the current text and applies it as one edit. Returns the id of the comment. Throws a
 * `UserError` if the document is no design doc, the change is refused, or VS Code could not write.
 */
export async function changeComment(
  { analyses, edits }: Services,
  uri: vscode.Uri,
  work: (document: Document) => CommentEdits | Refusal,
): Promise<string> {
  const name = baseName(uri);
  let change: CommentEdits | Refusal | undefined;
  const outcome = await edits.change(uri, (document) => {
    const analysis = analyses.of(document);
    change = analysis && work(analysis.document);
    return change && !isRefused(change) ? change.edits : [];
  });
  if (!change) {
    const message = vscode.l10n.t('{0} is no design doc, so it has no review comments.', name);
    throw new UserError('no-design-doc', message);
  }
  if (isRefused(change)) throw new UserError('comment-refused', change.refused);
  if (outcome !== 'done') {
    throw new UserError('comment-failed', vscode.l10n.t('VS Code could not change or save {0}.', name));
  }
  return change.id;
}

/** What the user says today, in the name that new documents get as their author. */
export async function remarkOf({ authors }: Services, uri: vscode.Uri, text: string): Promise<Remark> {
  const author = await authors.find(uri);
  return { text, date: today(), ...(author !== undefined && { author }) };
}
