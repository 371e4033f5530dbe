import type { Fix, Problem } from '../edits/problem';
import { onLevel } from '../outline/levels';
import type { Lookalike } from '../plan/lookalikes';
import { lookalikesIn } from '../plan/lookalikes';
import { planSections } from '../plan/sections';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { TextEdit } from '../text/text';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const planTask: Rule = {
  id: 'plan-task',
  summary: say`A line looks like a task but is not one.`,
  help: `A line that GitHub does not render as a checkbox is not counted anywhere, and its work is silently lost. The
rule reports a missing space (\`-[ ]\`, \`- [x]done\`), a missing bullet or another one (\`[ ] Pour\`, \`• [ ] Pour\`), an
empty box (\`- []\`), other characters (\`- ☐\`, \`- ［ ］\`), a word in the box (\`- [in-flight]\`), and a list glued to
an HTML tag. The fix makes the line a task. A heading that is named like a milestone has no tasks, and the tasks
elsewhere in the plan are its milestones, so that it is left out. Marks that are not part of GFM, such as \`[~]\` and
\`[-]\`, are a hint without a fix, because replacing them would lose their meaning.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  together: (count) => say`Write all ${count} lines as tasks`,
  *check({ document, outline }) {
    const sections = planSections(document, outline).filter(onLevel(outline));
    for (const lookalike of lookalikesIn(document, sections, outline)) {
      yield problemOf(lookalike);
    }
  },
};

function problemOf({ kind, range, found, edit }: Lookalike): Problem {
  switch (kind) {
    case 'mark':
      return {
        range,
        severity: 'hint',
        message: say`The mark "${found}" is not a task on GitHub: expected "[ ]" or "[x]". It counts as not done until a person settles it.`,
      };
    case 'milestone':
      return {
        range,
        message: say`This heading is no milestone: tasks outside of headings are, and it has none. Expected its tasks, or a task in its place.`,
      };
    case 'html':
      return {
        range,
        message: say`This is not a task: expected a blank line between the HTML and the list.`,
        // The boxes may contradict others once they count.
        ...fixed(say`Put a blank line before the list`, edit, 'choice'),
      };
    case 'bullet':
      return {
        range,
        message: say`This is not a task: expected "${edit?.newText ?? '- [ ] '}", found "${found}".`,
        ...fixed(say`Write it as a task`, edit),
      };
    case 'box':
    case 'word':
      return {
        range,
        message: say`This is not a task: expected "[ ] " or "[x] " after the bullet, found "${found}".`,
        // A word may mean more than "open".
        ...(kind === 'box'
          ? fixed(say`Write it as a task`, edit)
          : fixed(say`Write a box in front of it`, edit, 'choice')),
      };
  }
}

function fixed(
  title: Message,
  edit: TextEdit | undefined,
  applicability: Fix['applicability'] = 'safe',
): { readonly fixes?: readonly Fix[] } {
  return edit ? { fixes: [{ title, applicability, edits: [edit] }] } : {};
}
