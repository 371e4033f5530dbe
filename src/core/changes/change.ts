/** A change of a document in design terms. */

import type { Sentence } from './sentence';

/** All kinds of changes. */
export const CHANGE_KINDS = [
  'document-added',
  'document-removed',
  'document-renamed',
  'title-changed',
  'template-changed',
  'status-set',
  'field-added',
  'field-changed',
  'field-removed',
  'section-added',
  'section-lost',
  'section-renamed',
  'section-emptied',
  'section-written',
  'sections-moved',
  'items-added',
  'items-lost',
  'step-ticked',
  'step-unticked',
  'step-marked',
  'step-added',
  'step-removed',
  'step-reworded',
  'check-changed',
  'evidence-added',
  'evidence-lost',
  'steps-moved',
  'comment-added',
  'comment-answered',
  'comment-changed',
  'comment-resolved',
  'comment-reopened',
  'comment-lost',
  'text-changed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. */
export interface Change {
  readonly kind: ChangeKind;
  /** The text that has the line: what is lost stands only in the old one. */
  readonly side: 'before' | 'after';
  /** From 0. */
  readonly line: number;
  readonly message: Sentence;
  /** A reviewer should look at it. */
  readonly flagged: boolean;
  /** Why it is flagged. */
  readonly why?: Sentence | undefined;
}

/** A change on a line of the new text; flagged if `why` says so. */
export function changeAt(kind: ChangeKind, line: number, message: Sentence, why?: Sentence): Change {
  return { kind, side: 'after', line, message, flagged: why !== undefined, ...(why && { why }) };
}

/** A change on a line of the old text; flagged if `why` says so. */
export function lossAt(kind: ChangeKind, line: number, message: Sentence, why?: Sentence): Change {
  return { ...changeAt(kind, line, message, why), side: 'before' };
}
