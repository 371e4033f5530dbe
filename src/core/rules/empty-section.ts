import { insertLines, trimBlank } from '../insert';
import { hasContent } from '../outline';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

/** Milestone headings and other sub-headings of the author's own may wait for their text; sections may not. */
export const emptySection: Rule = {
  id: 'empty-section',
  summary: 'A section holds nothing but blank lines or comments.',
  help: `A heading without text looks finished in an outline and tells the reader nothing. Sub-sections, "None" and
"N/A" are content. The fix inserts the template's guidance, so that it is clear what belongs there.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline }) {
    const base = document.sections[0]?.heading.level ?? 1;
    for (const section of document.sections) {
      const spec = outline.specOf.get(section);
      if (hasContent(section) || (!spec && section.heading.level > base)) continue;
      const body = trimBlank(spec?.body ?? []);
      const name = spec?.title ?? section.heading.text;
      yield {
        range: section.heading.range,
        message: `Section "${name}" is empty: expected text, a list or sub-sections, found none.`,
        ...(body.length > 0 && {
          fix: {
            title: `Insert the guidance for "${name}"`,
            edits: [insertLines(document, section.heading.endLine, body)],
          },
        }),
      };
    }
  },
};
