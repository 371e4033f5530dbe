/** Whether a document is ready for review: every box that a program can judge is met. */

import type { Analysis } from '../analysis/analyze';
import type { VerifiedStep } from '../analysis/verified';
import { verifiedSteps } from '../analysis/verified';
import type { FileState } from '../plan/fileState';
import type { Text } from '../text/message';
import { say } from '../text/message';
import type { Box, BoxPlace } from './box';
import { commentsBox, openComments } from './commentsBox';
import type { Blockers } from './findingBoxes';
import { blockersOf, findingBoxes, placeOf } from './findingBoxes';
import { claimsBox, nextStepBox, templateBoxes } from './otherBoxes';
import { sectionBoxes } from './sectionBoxes';

/** Why a document is not ready, as a sentence. */
export interface Reason {
  readonly line: number;
  readonly message: Text;
  /** The rule whose finding it is. */
  readonly rule?: string;
}

/** Whether a document is ready for review, and why not. */
export interface Readiness {
  /** No box is unmet. Those for a person may still be open. */
  readonly ready: boolean;
  /** Editors show readiness for drafts, and the number of findings for later stages. */
  readonly isDraft: boolean;
  /** What is in the way, in the order of lines. */
  readonly reasons: readonly Reason[];
  /** The boxes of a draft; empty for a document of another stage. */
  readonly boxes: readonly Box[];
  /** What the evidence of each ticked step proves, in the order of their lines. */
  readonly verified: readonly VerifiedStep[];
}

/**
 * Decides whether a document is ready for review. Warnings, errors, empty sections, placeholders, tasks whose state is
 * unknown and ticks that nothing proves are in the way of any document, open comments in that of one in progress, and
 * unmet boxes in that of a draft. `states` has the state of the files that each evidence is for, by its line; without
 * it, evidence proves nothing.
 */
export function readiness(analysis: Analysis, states?: ReadonlyMap<number, FileState>): Readiness {
  const { bound, plan } = analysis;
  const verified = verifiedSteps(plan, states);
  if (!bound) {
    const message = say`The document fits no template, so its requirements are unknown.`;
    return { ready: false, isDraft: false, reasons: [{ line: 0, message }], boxes: [], verified };
  }
  const blockers = blockersOf(analysis, verified);
  if (bound.stage === 'draft') return readinessOf(boxesOf(analysis, blockers, verified), verified);
  // The review of a document in progress goes on; in a settled one, an open comment is history.
  const open = bound.stage === 'progress' ? openComments(analysis.document) : [];
  const reasons = inOrder([...placesOf(blockers), ...open]).map(reasonOf);
  return { ready: reasons.length === 0, isDraft: false, reasons, boxes: [], verified };
}

/** The readiness of a draft with these boxes. */
export function readinessOf(boxes: readonly Box[], verified: readonly VerifiedStep[]): Readiness {
  const reasons = inOrder(boxes.flatMap(unmetPlaces)).map(reasonOf);
  return {
    ready: reasons.length === 0,
    isDraft: true,
    reasons,
    boxes: boxes.map((box) => ({ ...box, places: inOrder(box.places) })),
    verified,
  };
}

function boxesOf(analysis: Analysis, blockers: Blockers, verified: readonly VerifiedStep[]): Box[] {
  return [
    ...findingBoxes(analysis, blockers, verified),
    ...nextStepBox(analysis),
    ...sectionBoxes(analysis),
    ...claimsBox(analysis),
    ...commentsBox(analysis),
    ...templateBoxes(analysis),
  ];
}

function placesOf({ findings, tasks, ticks }: Blockers): BoxPlace[] {
  return [...findings.map(placeOf), ...tasks, ...ticks];
}

function unmetPlaces({ state, places }: Box): readonly BoxPlace[] {
  return state === 'unmet' ? places : [];
}

/** The places in the order of their lines. A finding that several boxes have counts once. */
function inOrder(places: readonly BoxPlace[]): BoxPlace[] {
  const seen = new Set<unknown>();
  const isNew = ({ finding }: BoxPlace): boolean => {
    if (!finding) return true;
    if (seen.has(finding)) return false;
    seen.add(finding);
    return true;
  };
  return places.filter(isNew).sort((a, b) => a.range.start.line - b.range.start.line);
}

function reasonOf({ range, message, finding }: BoxPlace): Reason {
  return { line: range.start.line, message, ...(finding && { rule: finding.rule }) };
}
