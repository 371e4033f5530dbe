/** Starts a milestone: adds its steps, and updates the document's status and its list of next steps. */

import { parseDocument } from '../document/document';
import { plainText } from '../document/plainText';
import { setStatus } from '../edits/header';
import type { Insertion, Planned, Refusal } from '../plan/change';
import { insertionEdit, isRefused } from '../plan/change';
import { numbered } from '../plan/labels';
import { nextStepsEdits } from '../plan/nextSteps';
import type { Milestone } from '../plan/plan';
import { planStubs, STEP_STUB } from '../plan/stubs';
import { stageOf, statusField } from '../status/stage';
import type { ProgressWord } from '../status/statusWord';
import { progressWord } from '../status/statusWord';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { addSteps } from './insert';

/** The changes that start a milestone. They are independent and do not overlap. */
export interface Start {
  readonly milestone: Milestone;
  /** Step stubs or the given steps; undefined if the milestone has steps already and none are given. */
  readonly steps?: Insertion;
  /** Sets the status to in progress; undefined unless the document is a draft, and is in progress then. */
  readonly status?: StatusChange;
  /** Edits of the document's list of next steps. */
  readonly nextSteps: readonly TextEdit[];
}

/** The word for a document in progress, and the edit that writes it. */
interface StatusChange extends ProgressWord {
  readonly edit: TextEdit;
}

/**
 * The changes that start the milestone on a line. `titles` are the steps to add; without them, a milestone that has no
 * steps gets the template's stubs.
 */
export function startMilestone(planned: Planned, line: number, titles?: readonly string[]): Start | Refusal {
  const { plan } = planned;
  const milestone = plan.milestones.find((candidate) => candidate.line === line);
  if (!milestone) return { refused: say`There is no milestone on line ${line + 1}.` };
  if (milestone.state === 'done') return { refused: say`"${plainText(milestone.title)}" is done already.` };
  const wanted = titles ?? (milestone.steps.length > 0 ? [] : stubs(planned));
  const steps = wanted.length > 0 ? addSteps(planned, milestone, wanted) : undefined;
  if (steps && isRefused(steps)) return steps;
  const status = statusChange(planned);
  return {
    milestone,
    ...(steps && { steps }),
    ...(status && { status }),
    nextSteps: nextStepsEdits(planned, milestone),
  };
}

/** The change of a draft's status; undefined if the document would not be read as in progress with it. */
function statusChange({ document, bound, environment }: Planned): StatusChange | undefined {
  const field = bound?.stage === 'draft' ? statusField(document) : undefined;
  const progress = field && bound && progressWord(bound.template, environment?.statuses);
  if (!progress) return undefined;
  const [edit] = setStatus(document, field, progress.word);
  if (!edit) return undefined;
  const after = parseDocument(applyEdits(document.text, [edit]));
  const stage = stageOf(after, { template: bound.template, named: true }, environment);
  return stage === 'progress' ? { ...progress, edit } : undefined;
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
