/**
 * What programs are told of documents and their findings. Here and in the files beside: the shapes that the command
 * line and the tools share, whose keys keep their order, and whose lines and columns count from 1.
 */

export interface FindingJson {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface DocumentJson {
  readonly path: string;
  /** Null if the document fits no template. */
  readonly template: string | null;
  readonly stage: string;
  readonly findings: readonly FindingJson[];
}

/** A document as a list of documents shows it. */
export interface ListedJson {
  readonly path: string;
  readonly title: string;
  readonly stage: string;
  readonly template: string | null;
  /** Leaf tasks of the plan. */
  readonly done: number;
  readonly total: number;
  /** Findings that are warnings or graver. */
  readonly warnings: number;
}

/** The same, wherever the document lies. */
export type Told = Omit<ListedJson, 'path'>;

/** All that is told of a document that nobody has open. */
export interface Summary extends Omit<DocumentJson, 'path'> {
  /** Its title opens as a template's does: wherever it lies, it is a design doc. */
  readonly titled: boolean;
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

export function documentJson(path: string, { template, stage, findings }: Summary): DocumentJson {
  return { path, template, stage, findings };
}

export function listedJson(path: string, summary: Summary): ListedJson {
  return { path, ...toldOf(summary) };
}

function toldOf({ title, stage, template, done, total, findings }: Summary): Told {
  const warnings = findings.filter(({ severity }) => severity === 'warning' || severity === 'error').length;
  return { title, stage, template, done, total, warnings };
}
