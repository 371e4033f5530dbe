import { insertionFix, insertSection } from '../edits/insert';
import type { Fix } from '../edits/problem';
import type { Signal } from '../outline/conditions';
import { findSignals, isAnswered } from '../outline/conditions';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { lineStart } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

/** The number of signals that prove the condition: a single mention may be a coincidence. */
const ENOUGH = 2;

export const conditionalSection: Rule = {
  id: 'conditional-section',
  summary: say`A section that the template requires under a condition is missing, and the document does not say why.`,
  help: `Some sections are required only "when …". If two independent places of the document show that the condition
holds, the missing section is a warning; if one does, it is a hint. A section whose condition has no such words, as in
"if applicable", is optional. A heading or sentence that names the subject with "no" or "none" is an answer. The fix
inserts the section; the light bulb also offers a one-line answer.`,
  severity: 'warning',
  stages: COMPLETENESS_STAGES,
  *check({ document, outline }) {
    for (const { spec, sections } of outline.bindings) {
      if (spec.requirement.kind !== 'conditional' || spec.repeatable || spec.parent) continue;
      if (sections.length > 0 || outline.covered.has(spec)) continue;
      const signals = findSignals(document, outline.template, spec);
      const [first, second] = signals;
      if (!first || isAnswered(document, outline.template, spec)) continue;
      const certain = signals.length >= ENOUGH;
      const insert = insertionFix({ document, outline }, spec);
      const answer: Fix = {
        applicability: 'choice',
        title: say`Answer "${spec.title}" with "none"`,
        edits: [insertSection(document, outline, spec, ['None: it does not apply here.'])],
      };
      yield {
        range: document.title?.range ?? lineStart(0),
        severity: certain ? 'warning' : 'hint',
        message: noSection(spec.title, spec.requirement.when ?? '', first, second),
        missing: spec,
        fixes: [certain ? insert : { ...insert, applicability: 'choice' }, answer],
      };
    }
  },
};

function noSection(title: string, when: string, first: Signal, second: Signal | undefined): Message {
  return second
    ? say`No section "${title}": the template requires it ${when}; the document mentions "${first.term}" on line ${first.line + 1} and "${second.term}" on line ${second.line + 1}.`
    : say`No section "${title}": the template requires it ${when}; the document mentions "${first.term}" on line ${first.line + 1}.`;
}
