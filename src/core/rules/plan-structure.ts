import type { Document, Section } from '../document/document';
import { plainText } from '../document/plainText';
import { textRange } from '../document/textRange';
import type { Problem } from '../edits/problem';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { onLevel } from '../outline/levels';
import { isWritten } from '../outline/outline';
import { milestoneLabel } from '../plan/labels';
import { readTasks } from '../plan/plan';
import { planSections } from '../plan/sections';
import {
  boxEdits,
  indentEdits,
  itemText,
  outdentEdits,
  showsMilestones,
  strayItems,
  topItems,
  wouldStray,
} from '../plan/shape';
import { tasksUnder } from '../plan/tasks';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const planStructure: Rule = {
  id: 'plan-structure',
  summary: say`The plan is not a checklist in two layers.`,
  help: `A plan is a checklist of milestones with their steps nested under them. The rule reports a plan without any
checkbox (the fix adds checkboxes to its bullets), a milestone that is a plain bullet among tasks, a step at
milestone level, a milestone under a step (the fix indents or outdents it), and, as a hint, a flat list where the
template has milestones: no task is named as one or has steps. Milestones may be headings; steps may nest to any
depth.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    const sections = planSections(document, outline);
    const none = readTasks(document, outline).length === 0;
    for (const section of sections.filter(onLevel(outline))) {
      if (!isWritten(section, outline)) continue;
      const tasks = tasksUnder(section);
      if (tasks.length === 0) {
        // A plan of several sections may have one without tasks.
        if (none) yield* noChecklist(document, section);
        continue;
      }
      const items = topItems(section);
      const spec = outline.specOf.get(section);
      const labels = items.map((item) => milestoneLabel(itemText(item)));
      if (labels.some(Boolean)) yield* misplacedItems(document, items, labels);
      else if (
        spec &&
        showsMilestones(spec) &&
        section.children.length === 0 &&
        tasks.length > 2 &&
        tasks.every((task) => task.steps.length === 0)
      ) {
        yield {
          range: section.heading.range,
          severity: 'hint',
          message: say`The plan is a flat list of ${tasks.length} tasks: expected milestones with steps under them.`,
        };
      }
    }
  },
};

function* noChecklist(document: Document, section: Section): Generator<Problem> {
  const edits = boxEdits(document, topItems(section));
  yield {
    range: section.heading.range,
    message:
      edits.length > 0
        ? say`The plan has no checkboxes: expected milestones and steps as "- [ ]" items, found ${edits.length} plain bullets.`
        : say`The plan has no checkboxes: expected milestones and steps as "- [ ]" items, found no list.`,
    // A box says that the work is open, which only the author knows.
    ...(edits.length > 0 && {
      fixes: [{ title: say`Turn the bullets into checkboxes`, applicability: 'choice', edits }],
    }),
  };
}

function* misplacedItems(
  document: Document,
  items: readonly Block[],
  labels: readonly (string | undefined)[],
): Generator<Problem> {
  const stray = strayItems(items);
  let parent: Block | undefined;
  for (const [at, item] of items.entries()) {
    const label = labels[at];
    if (label) parent = item;
    if (label && !item.box) yield plainMilestone(document, item);
    else if (parent && stray.has(item)) {
      yield {
        range: textRange(document, item.start),
        message: say`A step is at milestone level: expected it under "${plainText(itemText(parent))}".`,
        fixes: [
          {
            title: say`Indent the step under the milestone above`,
            applicability: 'safe',
            edits: indentEdits(document, item, parent, (text) => wouldStray(items, item, text)),
          },
        ],
      };
    }
    for (const nested of walkBlocks(item.children)) {
      const nestedLabel = nested.kind === 'item' && nested.box ? milestoneLabel(itemText(nested)) : undefined;
      if (nestedLabel && nestedLabel === label) {
        yield {
          range: textRange(document, nested.start),
          message: say`A milestone is under "${plainText(itemText(item))}": expected it at the top level of the plan.`,
          fixes: [
            {
              title: say`Outdent the milestone`,
              applicability: 'safe',
              edits: outdentEdits(document, nested, (text) => milestoneLabel(text) === label),
            },
          ],
        };
      }
    }
  }
}

function plainMilestone(document: Document, item: Block): Problem {
  return {
    range: textRange(document, item.start),
    message: say`A milestone is a plain bullet: expected a "- [ ]" checkbox like its neighbours.`,
    fixes: [
      {
        title: say`Turn the bullet into a checkbox`,
        applicability: 'choice',
        edits: boxEdits(document, [{ ...item, children: item.children.slice(0, 1) }]),
      },
    ],
  };
}
