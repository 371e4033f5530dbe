import { say } from '../text/message';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  summary: say`A section of the template appears twice.`,
  help: `Two sections of one name split what belongs together, and links reach only the first. Only the author knows
which text is right, so there is no fix. The message has the line of the first.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ outline }) {
    for (const { spec, sections } of outline.bindings) {
      const [first, ...rest] = sections;
      if (!first || spec.parent?.repeatable) continue;
      for (const section of rest) {
        if (section.parent !== first.parent) continue;
        yield {
          range: section.heading.range,
          message: say`Section "${spec.title}" appears twice: expected one, the first is on line ${first.start + 1}.`,
        };
      }
    }
  },
};
