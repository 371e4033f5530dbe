import { insertionFix, insertSection } from '../edits/insert';
import type { Fix } from '../edits/problem';
import { findSignals, isAnswered } from '../template/conditions';
import { lineStart } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

/** The number of signals that prove the condition: a single mention may be a coincidence. */
const ENOUGH = 2;

export const conditionalSection: Rule = {
  id: 'conditional-section',
  summary:
    'A section that the template requires under a condition is missing, and the document does not say why.',
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
      if (signals.length === 0 || isAnswered(document, outline.template, spec)) continue;
      const certain = signals.length >= ENOUGH;
      const found = signals.slice(0, ENOUGH).map(({ term, line }) => `"${term}" on line ${line + 1}`);
      const because = `the document mentions ${found.join(' and ')}`;
      const insert = insertionFix({ document, outline }, spec);
      const answer: Fix = {
        applicability: 'choice',
        title: `Answer "${spec.title}" with "none"`,
        edits: [insertSection(document, outline, spec, ['None: it does not apply here.'])],
      };
      yield {
        range: document.title?.range ?? lineStart(0),
        severity: certain ? 'warning' : 'hint',
        message: `No section "${spec.title}": the template requires it ${spec.requirement.when}; ${because}.`,
        missing: spec,
        fixes: [certain ? insert : { ...insert, applicability: 'choice' }, answer],
      };
    }
  },
};
