import { moveLines } from '../edits/lines';
import { withoutMark } from '../markdown/marks';
import { misplacedSections } from '../outline/order';
import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const sectionOrder: Rule = {
  id: 'section-order',
  summary: say`A section that documents start with is out of order.`,
  help: `A template may list the sections that a document starts with, in order, so that reviewers find them where
they expect them. All other sections may be in any order, and sections that are not in the template are ignored. The
rule reports the fewest sections that have to move, which may be another section of the template among the first ones;
the fix moves a section with its sub-sections.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  relative: true,
  *check({ document, outline }) {
    for (const { section, rank, lead, anchor, after } of misplacedSections(outline)) {
      const name = withoutMark(section.heading.text);
      const other = withoutMark(anchor.heading.text);
      const line = anchor.start + 1;
      const where = after ? say`after "${other}" (line ${line})` : say`before "${other}" (line ${line})`;
      const target = after ? anchor.end : anchor.start;
      yield {
        range: section.heading.range,
        message: lead
          ? say`Section "${name}" is out of order: expected ${where}.`
          : say`Section "${name}" is among the sections that the template starts with: expected ${where}.`,
        fixes: [
          {
            title: after
              ? say`Move section "${name}" after "${other}"`
              : say`Move section "${name}" before "${other}"`,
            applicability: 'safe',
            edits: moveLines(document, section.start, section.end, target),
            rank,
          },
        ],
      };
    }
  },
};
