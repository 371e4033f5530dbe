/** What a rule finds, and the change that mends it. */

import type { Range, TextEdit } from '../text/text';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Whether a change may be made without review; rustc and Clippy use the term. `safe` changes are mechanical: they add no fact and no prose and remove no text of the author's. `scaffold` changes insert headings,
 * guidance and skeletons of the template. A `choice` needs a fact or a judgement.
 */
export type Applicability = 'safe' | 'scaffold' | 'choice';

/** A change that mends a finding. Its edits do not overlap. */
export interface Fix {
  /** What the change does, as an imperative sentence. */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly TextEdit[];
  /** Among fixes that insert at one point, lower ranks come out first; 0 if none is given. */
  readonly rank?: number;
}

export interface Problem {
  readonly range: Range;
  /** What was expected and what was found. */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The changes that mend it, the likeliest first. Only the first may be other than a choice. */
  readonly fixes?: readonly Fix[];
}
