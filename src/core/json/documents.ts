/**
 * The JSON of documents and their findings. The files in this folder define the JSON that the command line and the
 * tools share. Its keys keep their order; lines and columns count from 1.
 */

import type { MessageJson } from '../text/message';
import { messageOf } from '../text/message';

/** A finding; its end is exclusive. */
export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** True if a proved safe change fixes it. */
  readonly fixable: boolean;
}

/** A document with its findings. */
export interface DocumentJson {
  readonly path: string;
  /** Null if the document fits no template. */
  readonly template: string | null;
  /** The file of the template; null for a bundled one. */
  readonly templatePath: string | null;
  readonly stage: string;
  readonly findings: readonly FindingJson[];
}

/** A document in a list of documents. */
export interface ListedJson {
  readonly path: string;
  readonly title: string;
  readonly stage: string;
  readonly template: string | null;
  readonly templatePath: string | null;
  /** The tool whose plan the file is as a whole; null for a design doc. */
  readonly planFormat: string | null;
  /** Leaf tasks of the plan. */
  readonly done: number;
  readonly total: number;
  /** The number of findings that are warnings or errors. */
  readonly warnings: number;
}

/** A listed document without its path. */
export type ListedFields = Omit<ListedJson, 'path'>;

/** A finding of which the message can still be translated: an editor shows it, and may use another language. */
export interface CachedFinding extends Omit<FindingJson, 'message'> {
  readonly said: MessageJson;
}

/** Everything about an analyzed document that is cached; all JSON of closed documents is made from it. */
export interface Summary extends Omit<DocumentJson, 'path' | 'findings'> {
  readonly title: string;
  readonly planFormat: string | null;
  readonly done: number;
  readonly total: number;
  /** The title without the label that the template's documents share: "Tea" of "Design: Tea". */
  readonly ownTitle: string;
  /** The status as the document writes it, the author and the date of creation; null for what is not there. */
  readonly status: string | null;
  readonly author: string | null;
  readonly created: string | null;
  /** The title of the next step, as plain text; null if there is none. */
  readonly next: string | null;
  /** The number of review comments that are open. */
  readonly openComments: number;
  /** The Markdown files that the document links to, each once; paths relative to the document, or to the root with `/`. */
  readonly links: readonly string[];
  readonly findings: readonly CachedFinding[];
  /** The findings that the project's baseline lists. Whether they are fixable is not determined. */
  readonly suppressed: readonly CachedFinding[];
}

/** The JSON of a document at a path. */
export function documentJson(path: string, summary: Summary): DocumentJson {
  const { template, templatePath, stage, findings } = summary;
  return { path, template, templatePath, stage, findings: findings.map(findingJson) };
}

/** The JSON of a finding of a summary. */
export function findingJson({ rule, severity, said, ...rest }: CachedFinding): FindingJson {
  return { rule, severity, message: String(messageOf(said)), ...rest };
}

/** The JSON of a document in a list. */
export function listedJson(path: string, summary: Summary): ListedJson {
  return { path, ...withoutPath(summary) };
}

function withoutPath({ findings, ...summary }: Summary): ListedFields {
  const { title, stage, template, templatePath, planFormat, done, total } = summary;
  const warnings = findings.filter(({ severity }) => severity === 'warning' || severity === 'error').length;
  return { title, stage, template, templatePath, planFormat, done, total, warnings };
}
