/**
 * What programs are told of documents and their findings. Here and in the files beside: the shapes that the command line
 * and the tools share, whose keys keep their order, and whose lines and columns count from 1.
 */

import type { Analysis } from '../analysis';
import type { Finding } from '../check';

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

export function documentJson(path: string, { bound, findings }: Analysis): DocumentJson {
  return {
    path,
    template: bound?.template.name ?? null,
    stage: bound?.stage ?? 'unknown',
    findings: findings.map(findingJson),
  };
}

function findingJson({ rule, severity, message, range, fix }: Finding): FindingJson {
  return {
    rule,
    severity,
    message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    fixable: fix !== undefined,
  };
}

export function listedJson(path: string, { document, bound, plan, findings }: Analysis): ListedJson {
  return {
    path,
    title: document.title?.text ?? '',
    stage: bound?.stage ?? 'unknown',
    template: bound?.template.name ?? null,
    done: plan.done,
    total: plan.total,
    warnings: findings.filter(({ severity }) => severity === 'warning' || severity === 'error').length,
  };
}
