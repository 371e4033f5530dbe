/** What the tools share that change a review comment. */

import type { CommentEdits, Said } from '../comments/change';
import type { Comment } from '../comments/comment';
import { readComments } from '../comments/read';
import { commentJson } from '../json/comments';
import type { Refusal } from '../plan/change';
import { isRefused } from '../plan/change';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';
import type { DocumentStore, Opened } from './documentStore';
import { applyTo } from './documentStore';
import { about, PATH, VERSION } from './tool';

/** The tool that gives the version and the ids. */
export const READER = 'list_comments';
/** The maximum number of replies in the answer. */
const MAX_REPLIES = 10;
/** The maximum number of ids that a refusal names. */
const MAX_IDS = 30;

/** The input that names a comment. */
export const NAMED = {
  path: PATH,
  version: VERSION,
  id: { type: 'string', maxLength: 100, description: 'The id of the comment, as list_comments returns it.' },
} as const;

/** The schema of the text of a remark. */
export const TEXT = { type: 'string', maxLength: 4000 } as const;

/** The schema of who says it. */
export const AUTHOR = {
  type: 'string',
  maxLength: 200,
  description:
    'Who says it: the exact identifier of the model that you are, with its version. Never the name of a person.',
} as const;

/** The comment with an id. Throws a `UserError` if there is none. */
export function commentNamed({ path, analysis }: Opened, id: string): Comment {
  const all = readComments(analysis.document);
  const found = all.find((comment) => comment.id.toLowerCase() === id.trim().toLowerCase());
  if (found) return found;
  const ids = all.slice(0, MAX_IDS).map((comment) => comment.id);
  const more = all.length > MAX_IDS ? `, and ${all.length - MAX_IDS} more` : '';
  const known = ids.length > 0 ? `"id" must be one of: ${ids.join(', ')}${more}.` : 'It has no comments.';
  throw new UserError(
    'no-such-comment',
    `There is no comment "${shorten(id, 40)}" in ${path}. ${known} Nothing was written. Call ${READER} for what they say.`,
  );
}

/** The remark that a tool writes. Its date is that of the analysis. */
export function saidNow({ analysis }: Opened, author: string, text: string): Required<Said> {
  return { author, date: analysis.environment.today, text };
}

/** Applies a change of a comment, and returns the comment as it is then. Throws a `UserError` for a refusal. */
export async function changeComment(
  store: DocumentStore,
  opened: Opened,
  change: CommentEdits | Refusal,
): Promise<object> {
  if (isRefused(change)) {
    throw new UserError(
      'comment-not-changed',
      `${change.refused} Nothing was written. Call ${READER} with "state": "all" for the comments as they are.`,
    );
  }
  const changed = await applyTo(store, opened, change.edits);
  const all = readComments(changed.analysis.document);
  const json = commentJson(commentNamed(changed, change.id));
  return {
    ...about(changed),
    comment: { ...json, replies: json.replies.slice(-MAX_REPLIES) },
    earlierReplies: Math.max(0, json.replies.length - MAX_REPLIES),
    open: all.filter(({ state }) => state === 'open').length,
  };
}
