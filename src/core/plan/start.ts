/** Starts a milestone: adds its steps, and updates the document's status and its list of next steps. */

import { plainText } from '../document/plainText';
import { setStatus } from '../edits/header';
import { listedStatus, statusField, statusWord } from '../status/stage';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import type { Insertion, Planned, Refusal } from './change';
import { insertionEdit, isRefused } from './change';
import { addSteps } from './insert';
import { numbered } from './labels';
import { nextStepsEdits } from './nextSteps';
import type { Milestone } from './plan';
import { planStubs, STEP_STUB } from './stubs';

/** The changes that start a milestone. They are independent and do not overlap. */
export interface Start {
  readonly milestone: Milestone;
  /** Step stubs or the given steps; undefined if the milestone has steps already and none are given. */
  readonly steps?: Insertion;
  /** Sets the status to in progress; undefined unless the document is a draft. */
  readonly status?: {
    readonly word: string;
    /** True if the template lists the word; otherwise it is the usual one, and the team may use another. */
    readonly isListed: boolean;
    readonly edit: TextEdit;
  };
  /** Edits of the document's list of next steps. */
  readonly nextSteps: readonly TextEdit[];
}

/**
 * The changes that start the milestone on a line. `titles` are the steps to add; without them, a milestone that has no
 * steps gets the template's stubs.
 */
export function startMilestone(planned: Planned, line: number, titles?: readonly string[]): Start | Refusal {
  const { document, plan, bound } = planned;
  const milestone = plan.milestones.find((candidate) => candidate.line === line);
  if (!milestone) return { refused: say`There is no milestone on line ${line + 1}.` };
  if (milestone.state === 'done') return { refused: say`"${plainText(milestone.title)}" is done already.` };
  const wanted = titles ?? (milestone.steps.length > 0 ? [] : stubs(planned));
  const steps = wanted.length > 0 ? addSteps(planned, milestone, wanted) : undefined;
  if (steps && isRefused(steps)) return steps;
  const status = bound?.stage === 'draft' ? statusField(document) : undefined;
  const word = status && bound ? statusWord(bound.template, 'progress') : undefined;
  const isListed = bound !== undefined && listedStatus(bound.template, 'progress') !== undefined;
  const [edit] = status && word !== undefined ? setStatus(document, status, word) : [];
  return {
    milestone,
    ...(steps && { steps }),
    ...(word !== undefined && edit && { status: { word, isListed, edit } }),
    nextSteps: nextStepsEdits(planned, milestone),
  };
}

/** The edits outside of the plan: the status and the list of next steps. */
export function editsOutsidePlan({ status, nextSteps }: Pick<Start, 'status' | 'nextSteps'>): TextEdit[] {
  return [...(status ? [status.edit] : []), ...nextSteps];
}

/** The start without a status that the template does not list. */
export function withListedStatus({ status, ...start }: Start): Start {
  return { ...start, ...(status?.isListed && { status }) };
}

/** All edits of a start, for faces without tab stops. */
export function startEdits(start: Start): TextEdit[] {
  return [...editsOutsidePlan(start), ...(start.steps ? [insertionEdit(start.steps)] : [])];
}

function stubs({ bound }: Planned): string[] {
  const steps = bound ? planStubs(bound.template).steps : [];
  return steps.length > 0 ? steps.map((stub, at) => numbered(stub, at + 1)) : [STEP_STUB];
}
