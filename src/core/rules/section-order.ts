import { moveLines } from '../edits/lines';
import { withoutMark } from '../markdown/marks';
import { misplacedSections } from '../template/order';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const sectionOrder: Rule = {
  id: 'section-order',
  summary: 'A section of the lead group stands after one that should follow it.',
  help: `A template may name the sections to start with, in order. Reviewers then find them where they expect them. The
rest is in no order, and sections that the template does not know never count. The finding names the fewest sections
that have to move; the fix moves one whole, with its sub-sections. A hint marks another section of the template
that stands between the lead ones.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  relative: true,
  *check({ document, outline }) {
    for (const { section, rank, lead, anchor, after } of misplacedSections(outline)) {
      const name = withoutMark(section.heading.text);
      const other = withoutMark(anchor.heading.text);
      const where = `${after ? 'after' : 'before'} "${other}" (line ${anchor.start + 1})`;
      const target = after ? anchor.end : anchor.start;
      yield {
        range: section.heading.range,
        severity: lead ? 'warning' : 'hint',
        message: lead
          ? `Section "${name}" is out of order: expected ${where}.`
          : `Section "${name}" stands among the sections the template starts with: expected ${where}.`,
        fixes: [
          {
            title: `Move section "${name}" ${after ? 'after' : 'before'} "${other}"`,
            applicability: lead ? 'safe' : 'choice',
            edits: moveLines(document, section.start, section.end, target),
            rank,
          },
        ],
      };
    }
  },
};
