import { withoutMark } from '../markdown/marks';
import { findsParent, levelsOf, shiftEdits } from '../template/levels';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const sectionLevel: Rule = {
  id: 'section-level',
  summary: 'A section has the right name and the wrong heading level.',
  help: `A section that is too high swallows the sections after it, one that is too deep disappears in the section before
it. Levels are judged relative to the section's parent, so a document may start at any level. A shifted section is one
finding with all that is under it; the fix shifts it back.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    const levelOf = levelsOf(outline);
    for (const section of outline.specOf.keys()) {
      const expected = levelOf(section);
      const { level } = section.heading;
      if (expected === undefined || expected === level || expected < 1 || expected > 6) continue;
      const name = withoutMark(section.heading.text);
      yield {
        range: section.heading.range,
        message: `Section "${name}" has heading level ${level}: expected ${expected}.`,
        ...(findsParent(document, outline, section, expected) && {
          fix: {
            title: `Set the heading to level ${expected}`,
            edits: shiftEdits(document, section, expected),
          },
        }),
      };
    }
  },
};
