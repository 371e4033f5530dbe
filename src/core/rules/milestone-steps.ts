import { plainText } from '../document/plainText';
import { textRange } from '../document/textRange';
import type { Problem } from '../edits/problem';
import { insertionEdit, isRefused } from '../plan/change';
import { nextStep } from '../plan/next';
import type { Milestone } from '../plan/plan';
import { planSections } from '../plan/sections';
import { planShapeIsBroken } from '../plan/shape';
import { startMilestone } from '../planEdits/start';
import { say } from '../text/message';
import type { Rule, RuleContext } from './rule';

export const milestoneSteps: Rule = {
  id: 'milestone-steps',
  summary: say`The next milestone has no steps, or a later one already has them.`,
  help: `A plan is built in two layers: first the milestones, then the steps of a milestone when it is started. While
the document is in progress, the next milestone should have steps; the light bulb inserts the template's. If the
template says to write steps only when a milestone is started, one finding reports steps under later milestones: when
those milestones are started, such steps are often wrong.`,
  severity: 'hint',
  stages: ['draft', 'progress'],
  *check(context) {
    // If a step has lost its indentation, its milestone only seems to have none.
    if (planShapeIsBroken(context.outline)) return;
    if (context.stage === 'progress') yield* missingSteps(context);
    if (context.outline.template.stepsWhenStarted) yield* earlySteps(context);
  },
};

function* missingSteps({ document, outline, plan, stage }: RuleContext): Generator<Problem> {
  const next = nextStep(plan, outline.template);
  const layered = plan.milestones.some(({ steps }) => steps.length > 0);
  if (next?.action !== 'start' || !layered) return;
  const { milestone } = next;
  const bound = { template: outline.template, outline, stage };
  const start = startMilestone({ document, plan, bound }, milestone.line);
  const steps = isRefused(start) ? undefined : start.steps;
  yield {
    range: textRange(document, milestone.line),
    message: say`Milestone "${plainText(milestone.title)}" is next and has no steps: expected its steps under it.`,
    ...(steps && {
      fixes: [{ title: say`Insert its first steps`, applicability: 'choice', edits: [insertionEdit(steps)] }],
    }),
  };
}

/** One finding if milestones after the current one have steps that are not the template's stubs. */
function* earlySteps({ document, outline, plan }: RuleContext): Generator<Problem> {
  const current = nextStep(plan, outline.template)?.milestone;
  const early = plan.milestones.some(
    (milestone) => milestone.state === 'open' && milestone !== current && hasOwnSteps(milestone),
  );
  const [section] = planSections(document, outline);
  if (!early || !section) return;
  yield {
    range: section.heading.range,
    message: say`Milestones that are not started have steps: expected steps only when a milestone is started.`,
  };
}

/** True if the milestone has steps without placeholders, which are not the template's. */
function hasOwnSteps({ steps }: Milestone): boolean {
  return steps.some(({ title }) => title !== '' && !/[<{[].*[>}\]]/.test(title));
}
