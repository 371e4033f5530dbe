/** The JSON of review comments, for commands and tools alike. */

import type { AnchorState, Comment, CommentState, Remark } from '../comments/comment';
import { quoteOf } from '../comments/format';

/** Something that was said; null where it is not known who said it, or when. */
export interface RemarkJson {
  readonly author: string | null;
  readonly date: string | null;
  readonly text: string;
}

/** A comment; lines count from 1. */
export interface CommentJson extends RemarkJson {
  readonly id: string;
  readonly state: CommentState;
  /** The first and the last line of the comment. */
  readonly line: number;
  readonly endLine: number;
  readonly replies: readonly RemarkJson[];
  /** What became of the block that it is about. */
  readonly block: AnchorState;
  /** The first and the last line of the block; null if it is gone or not known. */
  readonly blockLine: number | null;
  readonly blockEndLine: number | null;
  /** The start of what the block said when the comment was made; null if it is not known. */
  readonly was: string | null;
  /** The start of what it says now; null if it is gone or not known. */
  readonly now: string | null;
  /** Why a program cannot change the comment; null if it can. */
  readonly fault: string | null;
}

/** The JSON of a comment. */
export function commentJson(comment: Comment): CommentJson {
  const { id, state, range, replies, anchor, quote, fault } = comment;
  return {
    id,
    state,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    ...remarkJson(comment),
    replies: replies.map(remarkJson),
    block: anchor.state,
    blockLine: anchor.range ? anchor.range.start.line + 1 : null,
    blockEndLine: anchor.range ? anchor.range.end.line + 1 : null,
    was: quote === '' ? null : quote,
    now: anchor.range ? quoteOf(anchor.text) : null,
    fault: fault === undefined ? null : String(fault),
  };
}

function remarkJson({ author, date, text }: Remark): RemarkJson {
  return { author: author ?? null, date: date ?? null, text };
}
