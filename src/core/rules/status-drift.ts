import { mayWrite } from '../edits/fieldPlace';
import { setStatus } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import { readTasks } from '../plan/plan';
import { countLeaves, openLeaves } from '../plan/tasks';
import { statusField } from '../status/stage';
import { progressWord, statusWord } from '../status/statusWord';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Rule } from './rule';

/** The share of done steps from which a document is no draft any more. */
const UNDER_WAY = 0.5;

export const statusDrift: Rule = {
  id: 'status-drift',
  summary: say`The status contradicts the plan.`,
  help: `The rule reports a finished document whose plan has open steps, and a draft whose plan is at least half
done. An outdated status misleads people and agents. The light bulb sets the status. Boxes outside of the plan and
marks that are neither open nor done do not count.`,
  severity: 'hint',
  stages: ['draft', 'finished'],
  *check({ document, outline, stage, environment }) {
    const status = statusField(document);
    if (!status || status.value === '') return;
    const tasks = readTasks(document, outline);
    const open = openLeaves(tasks);
    const { done } = countLeaves(tasks);
    const all = done + open.length;
    const finished = stage === 'finished' && open.length > 0;
    const underWay = stage === 'draft' && all > 0 && done / all >= UNDER_WAY;
    if (!finished && !underWay) return;
    const { template } = outline;
    const word =
      open.length === 0
        ? statusWord(template, 'finished')
        : progressWord(template, environment.statuses)?.word;
    yield {
      range: status.valueRange,
      message: finished
        ? openSteps(open.length, (open[0]?.line ?? 0) + 1)
        : say`The status says it is a draft, but ${done} of the plan's ${all} steps are done.`,
      fixes:
        word !== undefined && mayWrite(document, status)
          ? [new LazyFix(say`Set the status to "${word}"`, 'choice', () => setStatus(document, status, word))]
          : [],
    };
  },
};

function openSteps(count: number, line: number): Message {
  return count === 1
    ? say`The status says it is finished, but the plan has 1 open step (the first on line ${line}).`
    : say`The status says it is finished, but the plan has ${count} open steps (the first on line ${line}).`;
}
