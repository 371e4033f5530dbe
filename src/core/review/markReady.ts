/**
 * Mark Ready: strips from a draft what must go before a review, and sets its status to the template's word for a document
 * in review. Both happen only if no box is unmet then.
 */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import { setStatus } from '../edits/header';
import { fixableFindings, fixText } from '../fix/fixText';
import type { FileState } from '../plan/fileState';
import { leftoverGuidance } from '../rules/leftover-guidance';
import { leftoverInstructions } from '../rules/leftover-instructions';
import { leftoverSuffix } from '../rules/leftover-suffix';
import { reviewStatus } from '../status/reviewStatus';
import { statusField, statusOf } from '../status/stage';
import { plainWords, stateWords } from '../status/statusWords';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { applyEdits } from '../text/text';
import { UserError } from '../text/userError';
import type { Box, BoxPlace } from './box';
import type { Readiness } from './readiness';
import { readiness, readinessOf } from './readiness';

/** The rules whose safe fixes strip what is there for the author alone. */
const STRIPPED: readonly string[] = [leftoverInstructions.id, leftoverGuidance.id, leftoverSuffix.id];

/** A draft without what must go before a review. */
export interface Stripped {
  readonly analysis: Analysis;
  /** The number of findings that are gone. */
  readonly count: number;
}

/** What Mark Ready makes of a document. */
export interface Marked {
  readonly text: string;
  /** The new status; undefined if it stays. */
  readonly status?: string | undefined;
  /** Why the status stays, as a sentence. */
  readonly note?: Message | undefined;
}

/** Strips a draft, also of what a baseline lists. Throws a `UserError` if the document is no draft. */
export function stripForReview({ bound, document, environment }: Analysis): Stripped {
  if (bound?.stage !== 'draft') {
    throw new UserError(
      'not-a-draft',
      bound
        ? say`Only a draft can be marked as ready for review: the status of this document says that it is past that.`
        : say`The document fits no template, so it cannot be marked as ready for review.`,
    );
  }
  const { text, count } = fixText(
    document.text,
    { ...environment, baseline: undefined },
    { rules: STRIPPED },
  );
  return { analysis: analyze(text, environment), count };
}

/**
 * Marks a stripped draft; undefined if a box is unmet. `states` has the states of the files that its evidence is for, by
 * its lines.
 */
export function markReady(
  { analysis }: Stripped,
  states?: ReadonlyMap<number, FileState>,
): Marked | undefined {
  if (!readiness(analysis, states).ready) return undefined;
  const { document, environment } = analysis;
  const change = newStatus(analysis);
  if (change.status === undefined) return { text: document.text, note: change.note };
  const field = statusField(document);
  const text = field ? applyEdits(document.text, setStatus(document, field, change.status)) : document.text;
  if (text === document.text) {
    return { text, note: say`The status cannot be set without risk: set it to "${change.status}" yourself.` };
  }
  const [wrong] = readiness(analyze(text, environment), states).reasons;
  if (!wrong) return { text, status: change.status };
  throw new UserError(
    'not-ready',
    say`With the status "${change.status}", the document is not ready: ${wrong.message}`,
  );
}

/**
 * What is in the way of a draft that `markReady` refuses, on the lines of the draft as it is: its readiness without the
 * findings that stripping ends.
 */
export function leftToDo(analysis: Analysis, { boxes, verified }: Readiness): Readiness {
  const ended = fixableFindings(analysis);
  const stays = ({ finding }: BoxPlace): boolean =>
    !finding || !STRIPPED.includes(finding.rule) || !ended.has(finding);
  const left = boxes.map((box): Box => {
    const places = box.places.filter(stays);
    return { ...box, places, state: box.state === 'unmet' && places.length === 0 ? 'met' : box.state };
  });
  return readinessOf(left, verified);
}

type StatusChange =
  | { readonly status: string; readonly note?: undefined }
  | { readonly status?: undefined; readonly note: Message };

function newStatus({ bound, document, environment }: Analysis): StatusChange {
  const value = statusField(document)?.value;
  const isOwn = bound && statusOf(document, bound.template, environment.files) === value;
  if (!isOwn || value === undefined) return { note: say`The document has no status that could be set.` };
  const { start, end } = stateWords(value);
  const now = value.slice(start, end);
  const status = reviewStatus(bound.template, value);
  if (status === undefined) {
    return {
      note: say`The template lists no status for a document in review, so the status stays "${now}".`,
    };
  }
  return plainWords(now) === plainWords(status) ? { note: say`The status is "${now}" already.` } : { status };
}
