/** The JSON of a document's readiness. */

import type { Readiness } from '../analysis/readiness';
import type { Proof } from '../analysis/verified';

/** Why a document is not ready; the line counts from 1. */
export interface ReasonJson {
  readonly line: number;
  readonly message: string;
  /** Null if the reason is not a finding. */
  readonly rule: string | null;
}

/** What the evidence of a ticked step proves; the line counts from 1. */
export interface VerifiedJson {
  readonly title: string;
  readonly line: number;
  readonly proof: Proof;
  readonly message: string;
}

/** Whether a document is ready for review, and why not. */
export interface ReadyJson {
  readonly ready: boolean;
  readonly reasons: readonly ReasonJson[];
  readonly verified: readonly VerifiedJson[];
}

/** The JSON of a readiness. */
export function readyJson({ ready, reasons, verified }: Readiness): ReadyJson {
  return {
    ready,
    reasons: reasons.map(({ line, message, rule }) => ({ line: line + 1, message, rule: rule ?? null })),
    verified: verified.map(({ title, line, proof, message }) => ({ title, line: line + 1, proof, message })),
  };
}
