/** What programs are told of whether a document is ready. */

import type { Readiness } from '../analysis/readiness';

export interface ReasonJson {
  readonly line: number;
  readonly message: string;
  /** Null where it is no finding of a rule. */
  readonly rule: string | null;
}

export interface ReadyJson {
  readonly ready: boolean;
  readonly reasons: readonly ReasonJson[];
  /** States of the files that evidence names, and nobody knows. */
  readonly unknownTrees: readonly string[];
}

export function readyJson({ ready, reasons, unknownTrees }: Readiness): ReadyJson {
  const own = reasons.map(({ line, message, rule }) => ({ line: line + 1, message, rule: rule ?? null }));
  return { ready, reasons: own, unknownTrees };
}
