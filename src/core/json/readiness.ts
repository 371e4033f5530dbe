/** The JSON of a document's readiness. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Proof } from '../analysis/verified';
import { fixableFindings, insertableFindings } from '../fix/fixText';
import type { Box, BoxPlace, BoxState } from '../review/box';
import type { Readiness } from '../review/readiness';

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

/** A place of a box; lines and columns count from 1, and the end is exclusive. */
export interface BoxPlaceJson {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Null if the place is not that of a finding. */
  readonly rule: string | null;
  /** The title of a proved change that adds no text but the template's; null if there is none. */
  readonly fix: string | null;
}

/** A box of the review. */
export interface BoxJson {
  readonly id: string;
  readonly title: string;
  readonly state: BoxState;
  /** Null if the box is not for a person. */
  readonly question: string | null;
  readonly places: readonly BoxPlaceJson[];
}

/** Whether a document is ready for review, and why not. */
export interface ReadyJson {
  readonly ready: boolean;
  readonly reasons: readonly ReasonJson[];
  readonly boxes: readonly BoxJson[];
  readonly verified: readonly VerifiedJson[];
}

/** The JSON of the readiness of an analyzed document. */
export function readyJson(analysis: Analysis, { ready, reasons, boxes, verified }: Readiness): ReadyJson {
  return {
    ready,
    reasons: reasons.map(({ line, message, rule }) => ({
      line: line + 1,
      message: String(message),
      rule: rule ?? null,
    })),
    boxes: boxes.map((box) => boxJson(analysis, box)),
    verified: verified.map(({ title, line, proof, message }) => ({
      title,
      line: line + 1,
      proof,
      message: String(message),
    })),
  };
}

function boxJson(analysis: Analysis, { id, title, state, question, places }: Box): BoxJson {
  return {
    id,
    title: String(title),
    state,
    question: question === undefined ? null : String(question),
    places: places.map((place) => placeJson(analysis, place)),
  };
}

function placeJson(analysis: Analysis, { range: { start, end }, message, finding }: BoxPlace): BoxPlaceJson {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    message: String(message),
    rule: finding?.rule ?? null,
    fix: (finding && fixTitle(analysis, finding)) ?? null,
  };
}

function fixTitle(analysis: Analysis, finding: Finding): string | undefined {
  const isProved = fixableFindings(analysis).has(finding) || insertableFindings(analysis).has(finding);
  const [fix] = isProved ? (finding.fixes ?? []) : [];
  return fix && String(fix.title);
}
