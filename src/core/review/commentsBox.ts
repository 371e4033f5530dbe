/** The box about review comments. */

import type { Analysis } from '../analysis/analyze';
import { openMessage } from '../comments/describe';
import { readComments } from '../comments/read';
import type { Box } from './box';
import { boxOf } from './findingBoxes';

/** The box about comments; none for a document without any. */
export function commentsBox({ document }: Analysis): readonly Box[] {
  const comments = readComments(document);
  if (comments.length === 0) return [];
  const open = comments.filter(({ state }) => state === 'open');
  const places = open.map((comment) => ({ range: comment.range, message: openMessage(comment) }));
  return [boxOf('comments', 'No comment is open', places)];
}
