/** What a rule finds, and the change that mends it. */

import type { Range, TextEdit } from '../text/text';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change that mends a finding. Its edits do not overlap. */
export interface Fix {
  /** What the change does, as an imperative sentence. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Among fixes that insert at one point, lower ranks come out first; 0 if none is given. */
  readonly rank?: number;
}

export interface Problem {
  readonly range: Range;
  /** What was expected and what was found. */
  readonly message: string;
  /** Other lines that the message names. */
  readonly lines?: readonly number[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The one mechanical change; "Fix all" applies it. */
  readonly fix?: Fix;
  /** Changes that need a person's choice; only offered one by one. */
  readonly choices?: readonly Fix[];
}
