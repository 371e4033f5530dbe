import { mayWrite } from '../edits/fieldPlace';
import { setStatus } from '../edits/header';
import { LazyFix } from '../edits/lazyFix';
import { readTasks } from '../plan/plan';
import { countLeaves, openLeaves } from '../plan/tasks';
import { statusField, statusWord } from '../template/stage';
import type { Rule } from './rule';

/** The share of done steps from which a document is no draft any more. */
const UNDER_WAY = 0.5;

export const statusDrift: Rule = {
  id: 'status-drift',
  summary: 'The status contradicts the plan.',
  help: `The rule reports a finished document whose plan has open steps, and a draft whose plan is at least half
done. An outdated status misleads people and agents. The light bulb sets the status. Boxes outside of the plan and
marks that are neither open nor done do not count.`,
  severity: 'hint',
  stages: ['draft', 'finished'],
  *check({ document, outline, stage }) {
    const status = statusField(document);
    if (!status || status.value === '') return;
    const tasks = readTasks(document, outline);
    const open = openLeaves(tasks);
    const { done } = countLeaves(tasks);
    const all = done + open.length;
    const finished = stage === 'finished' && open.length > 0;
    const underWay = stage === 'draft' && all > 0 && done / all >= UNDER_WAY;
    if (!finished && !underWay) return;
    const word = statusWord(outline.template, open.length === 0 ? 'finished' : 'progress');
    const fix = new LazyFix(`Set the status to "${word}"`, 'choice', () => setStatus(document, status, word));
    yield {
      range: status.valueRange,
      message: finished
        ? `The status says it is finished, but the plan has ${open.length} open step${open.length === 1 ? '' : 's'} (the first on line ${(open[0]?.line ?? 0) + 1}).`
        : `The status says it is a draft, but ${done} of the plan's ${all} steps are done.`,
      fixes: mayWrite(document, status) ? [fix] : [],
    };
  },
};
