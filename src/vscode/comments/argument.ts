/** Reads the arguments of the comment commands: a thread of the editor, a row, or `{ uri, id, line, text }`. */

import * as vscode from 'vscode';
import { property, readUri, textProperty } from '../documents/commandArguments';

/** What an argument says about a comment. */
export interface CommentArgument {
  readonly uri: vscode.Uri | undefined;
  /** The id of a comment that is there. */
  readonly id: string | undefined;
  /** The line to comment on, from 0. */
  readonly line: number | undefined;
  readonly text: string | undefined;
}

/** Reads an argument, of whatever type. */
export function readCommentArgument(argument: unknown): CommentArgument {
  const thread = threadIn(property(argument, 'thread')) ?? threadIn(argument);
  const text = textProperty(argument, 'text');
  if (thread) {
    const [, id] = (thread.contextValue ?? '').split(' ');
    return { uri: thread.uri, id, line: thread.range?.end.line, text };
  }
  const row = property(argument, 'row');
  const start = property(property(property(argument, 'item'), 'range'), 'start');
  // A row of the Plan view is about the line of its task, or of what is to do.
  const line = property(argument, 'line') ?? property(row, 'line') ?? property(start, 'line');
  return {
    uri: readUri(property(argument, 'uri')),
    // A row of the Plan view has the comment itself.
    id: textProperty(argument, 'id') ?? textProperty(property(argument, 'comment'), 'id'),
    line: typeof line === 'number' && Number.isSafeInteger(line) && line >= 0 ? line : undefined,
    text,
  };
}

function threadIn(value: unknown): vscode.CommentThread | undefined {
  const isThread = property(value, 'uri') instanceof vscode.Uri && Array.isArray(property(value, 'comments'));
  return isThread ? (value as vscode.CommentThread) : undefined;
}
