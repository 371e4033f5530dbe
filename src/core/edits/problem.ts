/** The problems that rules report, and the changes that fix them. */

import type { SectionSpec } from '../template/template';
import type { Message } from '../text/message';
import type { Range, TextEdit } from '../text/text';

/** The severities of LSP and VS Code. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** All severities, the weakest first. */
export const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

/**
 * Whether a change may be made without review; rustc and Clippy use the term. `safe` changes are mechanical: they add
 * no fact and no prose, and remove none of the author's text. `scaffold` changes insert headings, guidance and
 * skeletons of the template. A `choice` needs a fact or a judgement.
 */
export type Applicability = 'safe' | 'scaffold' | 'choice';

/** A change that fixes a finding. Its edits do not overlap. */
export interface Fix {
  /** What the change does, as an imperative sentence. */
  readonly title: Message;
  readonly applicability: Applicability;
  readonly edits: readonly TextEdit[];
  /** Orders fixes that insert at one position: lower ranks come first. The default is 0. */
  readonly rank?: number;
}

/** What a rule reports, at one range. */
export interface Problem {
  readonly range: Range;
  /** What was expected and what was found. */
  readonly message: Message;
  /** Overrides the rule's severity. */
  readonly severity?: Severity;
  /** The changes that fix it, the likeliest first. All but the first are choices. */
  readonly fixes?: readonly Fix[];
  /** The section of the template that is missing, if the problem is about one. */
  readonly missing?: SectionSpec;
  /** The commands that correct it, the narrowest first, because the change is not in this document alone. */
  readonly commands?: readonly ('updateIndexRow' | 'updateIndex' | 'renumber')[];
}
