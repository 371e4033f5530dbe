import { parseDocument } from '../document/document';
import { insertLines, trimBlank } from '../edits/insert';
import { isComment } from '../markdown/markdown';
import { onLevel } from '../template/levels';
import { hasContent } from '../template/outline';
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
    const inPlace = onLevel(outline);
    // A first heading that the template does not know may be meant as the title.
    const [first] = document.sections;
    const base = first?.heading.level ?? 1;
    for (const section of document.sections) {
      // Most sections have content: nothing else is asked of them.
      if (hasContent(section) || !inPlace(section)) continue;
      const spec = outline.specOf.get(section);
      if (!spec && (section.heading.level > base || section === first)) continue;
      const body = trimBlank(spec?.body ?? []);
      const name = spec?.title ?? section.heading.text;
      yield {
        range: section.heading.range,
        message: `Section "${name}" is empty: expected text, a list or sub-sections, found none.`,
        ...(fills(body) && {
          fix: {
            title: `Insert the guidance for "${name}"`,
            edits: [insertLines(document, section.heading.endLine, body)],
          },
        }),
      };
    }
  },
};

/** Guidance that is all comments would leave the section as empty as it is. */
function fills(body: readonly string[]): boolean {
  return body.length > 0 && parseDocument(body.join('\n')).blocks.some((block) => !isComment(block));
}
