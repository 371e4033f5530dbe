import { removeLines } from '../edits/lines';
import { findGuidance } from '../template/guidance';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverGuidance: Rule = {
  id: 'leftover-guidance',
  summary: "The template's guidance was never replaced.",
  help: `The rule reports paragraphs, list items and comments whose words are the same as in the template. Adjacent
ones are one finding. Removing comments is safe; removing visible text is a choice, because it may be intended. The
rule empty-section reports sections that contain nothing else.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const { range, hidden } of findGuidance(document, outline.template.guidance)) {
      const [start, end] = [range.start.line, range.end.line + 1];
      yield {
        range,
        message: "This is the template's guidance: expected your own text.",
        fixes: [
          {
            title: 'Remove the guidance',
            // Visible text may be intended.
            applicability: hidden ? 'safe' : 'choice',
            edits: [removeLines(document, start, end)],
          },
        ],
      };
    }
  },
};
