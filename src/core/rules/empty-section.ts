import type { Section } from '../document/document';
import { insertLines, trimBlank } from '../edits/insert';
import type { Severity } from '../edits/problem';
import { levelsOf } from '../template/levels';
import type { Outline } from '../template/outline';
import type { Stage } from '../template/stage';
import type { SectionSpec } from '../template/template';
import { contentOf } from '../template/written';
import type { Rule } from './rule';
import { CONTENT_STAGES } from './rule';

export const emptySection: Rule = {
  id: 'empty-section',
  summary: "A section is not written: it is empty, or contains only the template's text.",
  help: `A heading without text looks finished in an outline and tells the reader nothing, and so does a heading over
text that every new document has. Blank lines, comments and link definitions are no content; sub-sections, "None" and
"N/A" are. If a section contains only the template's guidance, the finding is an information in a draft; in later
stages it is a warning if the template requires the section, else a hint. In an empty section, the light bulb inserts
the template's guidance, which says what belongs there.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check({ document, outline, stage }) {
    const { guidance } = outline.template;
    const [first] = document.sections;
    for (const [at, section] of document.sections.entries()) {
      const content = contentOf(section, guidance);
      if (content === 'written' || mayStayEmpty(section, first, outline, content)) continue;
      if (hasLostSections(section, document.sections[at + 1], outline)) continue;
      const spec = outline.specOf.get(section);
      const name = spec?.title ?? section.heading.text;
      const { range } = section.heading;
      if (content === 'template') {
        yield {
          range,
          severity: severityOf(stage, spec),
          message: `Section "${name}" is not written: expected your own text, found only the template's.`,
        };
        continue;
      }
      const body = trimBlank(spec?.body ?? []);
      yield {
        range,
        message: `Section "${name}" is empty: expected text, a list or sub-sections, found none.`,
        ...(body.length > 0 && {
          fixes: [
            {
              title: `Insert the guidance for "${name}"`,
              applicability: 'scaffold',
              edits: [insertLines(document, section.heading.endLine, body)],
            },
          ],
        }),
      };
    }
  },
};

/** Outside of drafts, only a section that the template requires is a warning: other template text may be intended. */
function severityOf(stage: Stage, spec: SectionSpec | undefined): Severity {
  if (stage === 'draft') return 'information';
  const kind = spec?.requirement.kind;
  return kind === 'required' || kind === 'conditional' ? 'warning' : 'hint';
}

/**
 * True for milestone headings and other sub-headings that are not in the template: their text may come later. A first
 * heading that is not in the template may be the title.
 */
function mayStayEmpty(
  section: Section,
  first: Section | undefined,
  { specOf }: Outline,
  content: string,
): boolean {
  if (specOf.has(section) || content === 'template') return false;
  return section === first || section.heading.level > (first?.heading.level ?? 1);
}

/**
 * True if a section only seems empty because its heading level is too deep: the next section is its own or the
 * author's, and would be its sub-section at the right level.
 */
function hasLostSections(section: Section, next: Section | undefined, outline: Outline): boolean {
  const level = levelsOf(outline)(section);
  if (level === undefined || level >= section.heading.level || !next || next.heading.level <= level)
    return false;
  const other = outline.specOf.get(next);
  return other === undefined || other.parent === outline.specOf.get(section);
}
