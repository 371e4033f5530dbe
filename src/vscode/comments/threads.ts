/** Shows the review comments of open design docs as comment threads. */

import * as vscode from 'vscode';
import type { Anchor, Comment, Remark } from '../../core/comments/comment';
import { readComments } from '../../core/comments/read';
import { toRange } from '../documents/convert';
import { localized } from '../localization/localized';
import { COMMENT_CONTROLLER } from '../manifest/when';
import type { Services } from '../services/services';

/** A thread that is shown, and the comment that it was made from. */
interface Shown {
  readonly thread: vscode.CommentThread;
  readonly comment: Comment;
}

/** Keeps the threads in step with the text. */
export function commentThreads({ analyses }: Services): vscode.Disposable {
  const controller = vscode.comments.createCommentController(COMMENT_CONTROLLER, 'Design Docs');
  // Without a provider of commenting ranges: VS Code would open documents to ask it, and keep them open for minutes.
  controller.options = {
    prompt: vscode.l10n.t('Reply'),
    placeHolder: vscode.l10n.t('An answer, kept in the document'),
  };
  const shown = new Map<string, readonly Shown[]>();
  const show = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    const analysis = analyses.of(document);
    const comments = analysis ? readComments(analysis.document) : [];
    const before = shown.get(key) ?? [];
    if (comments.length === 0 && before.length === 0) return;
    const left = new Set(before);
    const now = comments.map((comment): Shown => {
      // After a merge, several comments may have the same id.
      const known = [...left].find((other) => other.comment.id === comment.id);
      if (!known) return created(controller, document.uri, comment);
      left.delete(known);
      return updated(known, comment);
    });
    for (const { thread } of left) thread.dispose();
    shown.set(key, now);
  };
  const forget = ({ uri }: vscode.TextDocument): void => {
    for (const { thread } of shown.get(uri.toString()) ?? []) thread.dispose();
    shown.delete(uri.toString());
  };
  for (const document of vscode.workspace.textDocuments) show(document);
  return vscode.Disposable.from(
    controller,
    analyses.onDidChange(show),
    vscode.workspace.onDidCloseTextDocument(forget),
  );
}

function created(controller: vscode.CommentController, uri: vscode.Uri, comment: Comment): Shown {
  const thread = controller.createCommentThread(uri, rangeOf(comment), remarksOf(comment));
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
  return labelled({ thread, comment });
}

/** VS Code draws a thread anew at each assignment, so only what differs is assigned. */
function updated({ thread, comment: before }: Shown, comment: Comment): Shown {
  const range = rangeOf(comment);
  if (!thread.range?.isEqual(range)) thread.range = range;
  if (saidIn(before) !== saidIn(comment)) thread.comments = remarksOf(comment);
  return labelled({ thread, comment });
}

function labelled(shown: Shown): Shown {
  const { thread, comment } = shown;
  const label = labelOf(comment);
  const context = comment.fault === undefined ? `${comment.state} ${comment.id}` : 'fault';
  const state =
    comment.state === 'open' ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved;
  if (thread.label !== label) thread.label = label;
  if (thread.contextValue !== context) thread.contextValue = context;
  if (thread.state !== state) thread.state = state;
  const canReply = comment.fault === undefined;
  if (thread.canReply !== canReply) thread.canReply = canReply;
  return shown;
}

function saidIn({ author, date, text, quote, anchor, replies }: Comment): string {
  return JSON.stringify([author, date, text, quote, anchor.state, replies]);
}

/** The lines of the block; the comment's own lines where it is not known. */
function rangeOf({ anchor, range }: Comment): vscode.Range {
  return toRange(anchor.range ?? range);
}

function remarksOf(comment: Comment): vscode.Comment[] {
  const first = new vscode.MarkdownString();
  // What the block said matters once it says something else.
  const { state } = comment.anchor;
  if (comment.quote !== '' && (state === 'changed' || state === 'gone')) {
    first.appendMarkdown('> ').appendText(comment.quote).appendMarkdown('\n\n');
  }
  first.appendText(comment.text);
  return [
    remark(comment, first),
    ...comment.replies.map((reply) => remark(reply, new vscode.MarkdownString().appendText(reply.text))),
  ];
}

/** Only the day is known, so no time is shown. */
function remark({ author, date }: Remark, body: vscode.MarkdownString): vscode.Comment {
  return {
    author: { name: author ?? vscode.l10n.t('Unknown author') },
    body,
    mode: vscode.CommentMode.Preview,
    ...(date !== undefined && { label: date }),
  };
}

function labelOf({ state, anchor, fault }: Comment): string {
  if (fault !== undefined) return localized(fault);
  const said = state === 'open' ? vscode.l10n.t('Open') : vscode.l10n.t('Resolved');
  const block = blockText(anchor);
  return block === undefined ? said : `${said} · ${block}`;
}

function blockText({ state }: Anchor): string | undefined {
  switch (state) {
    case 'changed':
      return vscode.l10n.t('the block was rewritten since');
    case 'moved':
      return vscode.l10n.t('the block stands elsewhere now');
    case 'gone':
      return vscode.l10n.t('the block is gone or wholly rewritten');
    case 'unchanged':
    case 'unknown':
      return undefined;
  }
}
