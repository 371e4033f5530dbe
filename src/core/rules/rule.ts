/** The shape of a rule. A rule is one file and one entry in the list; its id is its file's name. */

import type { Anchors } from '../document/anchors';
import type { Document } from '../document/document';
import type { Problem, Severity } from '../edits/problem';
import type { Plan } from '../plan/plan';
import type { Outline } from '../template/outline';
import type { Stage } from '../template/stage';

/** What a rule may look at. */
export interface RuleContext {
  readonly document: Document;
  readonly outline: Outline;
  readonly plan: Plan;
  readonly stage: Stage;
  readonly environment: RuleEnvironment;
}

/** What a rule may know of beyond the text. Answers are worked out when they are read. */
export interface RuleEnvironment {
  /** The current date as `YYYY-MM-DD`. */
  readonly today: string;
  /** The author to fill in, if one is configured. */
  readonly author?: string | undefined;
  /** The files around the document; without them, links to files are not judged. */
  readonly files?: Files | undefined;
}

/** The files around a document, by paths relative to it; one that starts with `/` counts from the repository's root. */
export interface Files {
  /** True for a file or a folder that is there, and for a path that leads out of the repository: that is not judged. */
  exists(path: string): boolean;
  /** The names in the folder in which `path` lies. The list is immutable. */
  beside(path: string): readonly string[];
  /** The anchors of a Markdown file; undefined if it cannot be read. */
  anchors(path: string): Anchors | undefined;
  /** True if the path leads to the document itself. */
  isSelf(path: string): boolean;
}

export interface Rule {
  readonly id: string;
  /** One sentence: what it finds. */
  readonly summary: string;
  /** Why it matters and what to do, in Markdown, for docs/rules.md. */
  readonly help: string;
  readonly severity: Severity;
  /** The stages in which the rule speaks. */
  readonly stages: readonly Stage[];
  /** Of several sections that cannot all be right it names the fewest: another change may make it name others. */
  readonly relative?: boolean;
  /** What the light bulb calls the fixes of several of its findings, with `#` for their number. */
  readonly together?: string;
  check(context: RuleContext): Iterable<Problem>;
}

/** A document whose state is not known hears what is wrong with what it says, not what it lacks. */
export const CONTENT_STAGES: readonly Stage[] = ['draft', 'progress', 'unknown'];
/** What a document lacks is news only while it is being written or carried out. */
export const COMPLETENESS_STAGES: readonly Stage[] = ['draft', 'progress'];
