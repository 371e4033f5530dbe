/** The JSON of a document's readiness. */

import type { Readiness } from '../analysis/readiness';

/** Why a document is not ready; the line counts from 1. */
export interface ReasonJson {
  readonly line: number;
  readonly message: string;
  /** Null if the reason is not a finding. */
  readonly rule: string | null;
}

/** Whether a document is ready for review, and why not. */
export interface ReadyJson {
  readonly ready: boolean;
  readonly reasons: readonly ReasonJson[];
  /** Tree ids in evidence that cannot be resolved, so that staleness is unknown. */
  readonly unknownTrees: readonly string[];
}

/** The JSON of a readiness. */
export function readyJson({ ready, reasons, unknownTrees }: Readiness): ReadyJson {
  const list = reasons.map(({ line, message, rule }) => ({ line: line + 1, message, rule: rule ?? null }));
  return { ready, reasons: list, unknownTrees };
}
