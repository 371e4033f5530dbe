/** Documents with review comments, for tests of tools. */

import { addComment, replyTo } from '../../../src/core/comments/change';
import { readComments } from '../../../src/core/comments/read';
import { parseDocument } from '../../../src/core/document/document';
import { isRefused } from '../../../src/core/plan/change';
import { applyEdits } from '../../../src/core/text/text';

const ADA = { author: 'Ada', date: '2026-11-20' };

/** The text with a comment of Ada on the first line that has the words. */
export function withComment(text: string, words: string, said: string): string {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  const change = addComment(parseDocument(text), line, { ...ADA, text: said });
  if (isRefused(change)) throw new Error(String(change.refused));
  return applyEdits(text, change.edits);
}

/** The text with a reply of Ada to a comment. */
export function withReply(text: string, id: string, said: string): string {
  const change = replyTo(parseDocument(text), id, { ...ADA, text: said });
  if (isRefused(change)) throw new Error(String(change.refused));
  return applyEdits(text, change.edits);
}

/** The id of the comment that says something. */
export function idOf(text: string, said: string): string {
  const found = readComments(parseDocument(text)).find((comment) => comment.text === said);
  if (!found) throw new Error(`no comment says "${said}"`);
  return found.id;
}
