/** The box about review comments. */

import type { Analysis } from '../analysis/analyze';
import { openMessage } from '../comments/describe';
import { readComments } from '../comments/read';
import type { Document } from '../document/document';
import { say } from '../text/message';
import type { Box, BoxPlace } from './box';
import { boxOf } from './findingBoxes';

/** The box about comments; none for a document without any. */
export function commentsBox({ document }: Analysis): readonly Box[] {
  if (readComments(document).length === 0) return [];
  return [boxOf('comments', say`No comment is open`, openComments(document))];
}

/** The places of the open comments. */
export function openComments(document: Document): BoxPlace[] {
  const open = readComments(document).filter(({ state }) => state === 'open');
  return open.map((comment) => ({ range: comment.range, message: openMessage(comment) }));
}
