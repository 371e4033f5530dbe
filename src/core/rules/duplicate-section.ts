import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: 'A section of the template is there twice.',
  help: `Two sections of one name split what belongs together, and links reach only the first. Which text is the right
one is for a person to say, so there is no fix; the message names the line of the first.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ outline }) {
    for (const { spec, sections } of outline.bindings) {
      const [first, ...rest] = sections;
      if (!first || spec.parent?.repeatable) continue;
      for (const section of rest) {
        if (section.parent !== first.parent && section.heading.level !== first.heading.level) continue;
        yield {
          range: section.heading.range,
          message: `Section "${spec.title}" is there twice: expected one, the first is on line ${first.start + 1}.`,
        };
      }
    }
  },
};
