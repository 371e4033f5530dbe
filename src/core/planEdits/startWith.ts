/** Starts a milestone with given steps, for faces without tab stops to fill in stubs. */

import { removeLines } from '../edits/lines';
import { findTokens, isLeftover } from '../markdown/tokens';
import type { Planned, Refusal } from '../plan/change';
import { isRefused, planned as plannedText, proved, shapeOfTask } from '../plan/change';
import { findItem } from '../plan/items';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import type { TextEdit } from '../text/text';
import { applyEdits, changeBetween } from '../text/text';
import { startEdits, startMilestone } from './start';

/** The edits that start a milestone. */
export interface StartedMilestone {
  readonly edits: readonly TextEdit[];
  /** The new status; undefined if the status does not change. */
  readonly status?: string;
}

/** True for a step that still contains one of the template's placeholders. */
export function isStub({ bound }: Pick<Planned, 'bound'>, { title }: Step | Milestone): boolean {
  return bound !== undefined && findTokens(title).some((token) => isLeftover(token, bound.template.tokens));
}

/**
 * Starts the milestone on a line with the given steps. They replace its steps if all of those are stubs. Without
 * `titles`, this is `startMilestone`.
 */
export function startWith(
  planned: Planned,
  line: number,
  { titles, keepStatus = false }: { readonly titles?: readonly string[]; readonly keepStatus?: boolean },
): StartedMilestone | Refusal {
  const cleared = titles && titles.length > 0 ? withoutStubs(planned, line) : planned;
  const start = startMilestone(cleared, line, titles);
  if (isRefused(start)) return start;
  const { status, ...rest } = start;
  const after = applyEdits(cleared.document.text, startEdits(keepStatus ? rest : start));
  const change = changeBetween(planned.document.text, after);
  return {
    edits: change ? [change] : [],
    ...(status && !keepStatus && { status: status.word }),
  };
}

/** The document without the steps of a milestone, if all of them are open stubs; else unchanged. */
function withoutStubs(planned: Planned, line: number): Planned {
  const { document, plan } = planned;
  const milestone = plan.milestones.find((candidate) => candidate.line === line);
  const removable = (step: Step): boolean =>
    step.mark.trim() === '' && step.steps.length === 0 && isStub(planned, step);
  if (!milestone?.steps.every(removable)) return planned;
  const items = milestone.steps.flatMap((step) => findItem(document, step.line)?.item ?? []);
  const [first] = items;
  const last = items.at(-1);
  // Lines between the stubs must not be removed with them.
  if (!first || !last || items.some(({ end }, at) => end !== (items[at + 1]?.start ?? last.end)))
    return planned;
  const wanted = plan.milestones.map((one) => ({
    ...shapeOfTask(one),
    ...(one === milestone && { steps: [] }),
  }));
  const change = proved(planned, [removeLines(document, first.start, last.end)], wanted);
  return isRefused(change) ? planned : plannedText(planned, applyEdits(document.text, change.edits));
}
