/** The type of rules. A rule is a file, named like its id, and an entry in `index.ts`. */

import type { Document } from '../document/document';
import type { LinkedFile } from '../document/links/anchors';
import type { Problem, Severity } from '../edits/problem';
import type { Outline } from '../outline/outline';
import type { Plan } from '../plan/plan';
import type { Stage, StatusWords } from '../status/stage';
import type { Message } from '../text/message';

/** The input of a rule. */
export interface RuleContext {
  readonly document: Document;
  readonly outline: Outline;
  readonly plan: Plan;
  readonly stage: Stage;
  readonly environment: RuleEnvironment;
}

/** The input of a rule besides the text. Implementations may compute properties lazily. */
export interface RuleEnvironment {
  /** The current date as `YYYY-MM-DD`. */
  readonly today: string;
  /** The configured author, to insert into headers. */
  readonly author?: string | undefined;
  /** The path of the document, relative to the root of the repository, with `/`. */
  readonly path?: string | undefined;
  /** The team's own status words. */
  readonly statuses?: StatusWords | undefined;
  /** The index of the documents, relative to the root of the repository; by default it is a file of their folder. */
  readonly index?: string | undefined;
  /** The files around the document; without them, links to files are not checked. */
  readonly files?: Files | undefined;
}

/** The files around a document. Paths are relative to it, or to the repository's root if they start with `/`. */
export interface Files {
  /** True for an existing file or folder, and for every path outside of the repository, which is not checked. */
  exists(path: string): boolean;
  /** The names in the folder that contains `path`. The list is immutable. */
  beside(path: string): readonly string[];
  /** The anchors and the succession of a Markdown file; undefined if it cannot be read. */
  anchors(path: string): LinkedFile | undefined;
  /** The text of the YAML file that describes a folder, as `metadataFile` selects it; undefined if there is none. */
  metadata(folder: string): string | undefined;
  /** True if the path leads to the document itself. */
  isSelf(path: string): boolean;
}

/** A rule. Its `check` must be a pure function of the context. */
export interface Rule {
  readonly id: string;
  /** What it reports, in one sentence. */
  readonly summary: Message;
  /** Why it matters and what to do, in Markdown, for docs/rules.md. */
  readonly help: string;
  readonly severity: Severity;
  /** The stages in which the rule applies. */
  readonly stages: readonly Stage[];
  /** True if findings depend on each other, so that after a change the rule may report other sections than before. */
  readonly relative?: boolean;
  /** The title of the action that fixes several findings at once. */
  readonly together?: (count: number) => Message;
  check(context: RuleContext): Iterable<Problem>;
}

/** The stages of rules about existing content. They include documents with an unknown status. */
export const CONTENT_STAGES: readonly Stage[] = ['draft', 'progress', 'unknown'];
/** The stages of rules about missing content, which matters only while a document is written or implemented. */
export const COMPLETENESS_STAGES: readonly Stage[] = ['draft', 'progress'];
