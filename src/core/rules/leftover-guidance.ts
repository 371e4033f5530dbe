import { removeLines } from '../edits/lines';
import { findGuidance } from '../template/guidance';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverGuidance: Rule = {
  id: 'leftover-guidance',
  summary: "Text of the template's guidance was never replaced.",
  help: `A paragraph, list item or comment that says word for word what the template says there is the template's text,
not the author's. A run of them is one finding. Removing comments is safe; removing text that readers see is a
choice, for it may be meant to stay. A section that holds nothing else is not written, which empty-section says.`,
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
            // What a reader sees may be meant to stay; only the author knows.
            applicability: hidden ? 'safe' : 'choice',
            edits: [removeLines(document, start, end)],
          },
        ],
      };
    }
  },
};
