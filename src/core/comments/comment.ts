/** Review comments as other code sees them: who said what about which block, and what became of that block. */

import type { Message } from '../text/message';
import type { Range } from '../text/text';

export const COMMENT_STATES = ['open', 'resolved'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/**
 * What became of the block that a comment is about. `unchanged`: it stands above the comment, as it was. `moved`: it is
 * as it was, elsewhere. `changed`: it was rewritten. `gone`: it was deleted or wholly rewritten. `unknown`: the comment
 * does not say what it was, or several blocks may be it.
 */
export const ANCHOR_STATES = ['unchanged', 'changed', 'moved', 'gone', 'unknown'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** The block that a comment is about. */
export interface Anchor {
  readonly state: AnchorState;
  /** The lines of the block now; undefined if it is gone or not known. */
  readonly range?: Range;
  /** The block's text now, with white space folded; empty without a range. */
  readonly text: string;
}

/** What one person or agent said. */
export interface Remark {
  /** Undefined if it is not known. */
  readonly author?: string;
  /** As it was written, usually `YYYY-MM-DD`; undefined if it is not known. */
  readonly date?: string;
  readonly text: string;
}

/** A review comment. */
export interface Comment extends Remark {
  /** What commands and tools name. It stays, whatever else of the comment changes. */
  readonly id: string;
  /** A comment with a fault is open, whatever it says. */
  readonly state: CommentState;
  readonly replies: readonly Remark[];
  /** What the block said when the comment was made, with white space folded and cut; empty if it is not known. */
  readonly quote: string;
  /** From `<!--` to `-->`. */
  readonly range: Range;
  readonly anchor: Anchor;
  /** Why the comment cannot be changed by a program, as a sentence. */
  readonly fault?: Message;
}

/** True if an open comment has an unchanged block and no reply, so that nothing shows that it was addressed. */
export function isUnaddressed({ state, anchor, replies }: Comment): boolean {
  return state === 'open' && anchor.state === 'unchanged' && replies.length === 0;
}
