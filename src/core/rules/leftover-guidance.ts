import { removeLines } from '../edits/lines';
import { findGuidance } from '../template/guidance';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const leftoverGuidance: Rule = {
  id: 'leftover-guidance',
  summary: "Text of the template's guidance was never replaced.",
  help: `A paragraph, list item or comment that says word for word what the template says there is the template's text,
not the author's. A run of them is one finding. Where the section has text of its own besides, the fix removes the
guidance; where it has nothing else, only the author can say what belongs there.`,
  severity: 'hint',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    for (const { range, removable } of findGuidance(document, outline.template.guidance)) {
      const [start, end] = [range.start.line, range.end.line + 1];
      yield {
        range,
        message: "This is the template's guidance: expected your own text.",
        ...(removable && {
          fix: { title: 'Remove the guidance', edits: [removeLines(document, start, end)] },
        }),
      };
    }
  },
};
