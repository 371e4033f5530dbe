import * as vscode from 'vscode';
import type { Said } from '../../../core/comments/change';
import {
  reopenComment as reopened,
  replyTo,
  resolveComment as resolved,
} from '../../../core/comments/change';
import type { Comment } from '../../../core/comments/comment';
import { readComments } from '../../../core/comments/read';
import { shorten } from '../../../core/text/shorten';
import { UserError } from '../../../core/text/userError';
import { readCommentArgument } from '../../comments/argument';
import { changeComment, remarkOf } from '../../comments/change';
import { pickItem } from '../../inputs/pickItem';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/** Adds the `text` of the argument to the comment `id`, or what the user wrote in its thread. */
export const replyToComment: Command = async (services, argument) => {
  const { uri, id, text } = await commentOf(services, argument);
  if (uri === undefined || id === undefined) return;
  const said = text ?? (await askForText());
  if (said === undefined) return;
  const remark = await remarkOf(services, uri, said);
  await changeComment(services, uri, (document) => replyTo(document, id, remark));
};

function askForText(): Thenable<string | undefined> {
  // The comment is read beside the question.
  return vscode.window.showInputBox({ title: vscode.l10n.t('Reply to Comment'), ignoreFocusOut: true });
}

/** Resolves a comment, with the `text` of the argument as a reply if there is one. */
export const resolveComment: Command = (services, argument) => settle(services, argument, 'open');

/** Opens a resolved comment again. */
export const reopenComment: Command = (services, argument) => settle(services, argument, 'resolved');

async function settle(services: Services, argument: unknown, from: Comment['state']): Promise<void> {
  const { uri, id, text } = await commentOf(services, argument, from);
  if (uri === undefined || id === undefined) return;
  const said: Said = text === undefined ? {} : await remarkOf(services, uri, text);
  const change = from === 'open' ? resolved : reopened;
  await changeComment(services, uri, (document) => change(document, id, said));
}

/** The comment that an argument names; the user chooses one of the active document if it names none. */
async function commentOf(
  services: Services,
  argument: unknown,
  state?: Comment['state'],
): Promise<{ readonly uri?: vscode.Uri; readonly id?: string; readonly text?: string | undefined }> {
  const { uri = services.active.uri, id, text } = readCommentArgument(argument);
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
  const chosen = id ?? (await askForComment(services, uri, state));
  return chosen === undefined ? {} : { uri, id: chosen, text };
}

async function askForComment(
  { analyses }: Services,
  uri: vscode.Uri,
  state: Comment['state'] | undefined,
): Promise<string | undefined> {
  const analysis = analyses.of(await vscode.workspace.openTextDocument(uri));
  const comments = (analysis ? readComments(analysis.document) : []).filter(
    (comment) => comment.fault === undefined && (state === undefined || comment.state === state),
  );
  if (comments.length === 0) {
    throw new UserError('no-comment', vscode.l10n.t('This document has no such comment.'));
  }
  const items = comments.map(({ id, author, date, text, anchor, range }) => ({
    label: shorten(text.replace(/\s+/g, ' '), 80),
    description: [author, date].filter((part) => part !== undefined).join(', '),
    detail: vscode.l10n.t('Line {0}', (anchor.range ?? range).start.line + 1),
    id,
  }));
  const placeHolder = vscode.l10n.t('A comment of this document');
  return (await pickItem(items, { placeHolder, matchOnDescription: true }))?.id;
}
