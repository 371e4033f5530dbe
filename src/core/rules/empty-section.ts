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
  summary: "A section is not written: it holds nothing, or nothing but the template's own words.",
  help: `A heading without text looks finished in an outline and tells the reader nothing, and so does one over text that
every new document has. Blank lines, comments and link definitions are nothing; sub-sections, "None" and "N/A" are
content. Where the guidance still stands, the finding is an information in a draft, and later a warning if the template
demands the section, else a hint. The light bulb inserts the template's guidance where it is gone, so that it is clear what belongs there.`,
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

/** What the template does not demand may be meant to say just what it says. */
function severityOf(stage: Stage, spec: SectionSpec | undefined): Severity {
  if (stage === 'draft') return 'information';
  const kind = spec?.requirement.kind;
  return kind === 'required' || kind === 'conditional' ? 'warning' : 'hint';
}

/**
 * Milestone headings and other sub-headings of the author's own may wait for their text. A first heading that the
 * template does not know may be meant as the title.
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
 * True if a section seems empty only because it stands too deep: what follows is no other section of the template, and
 * would lie in it on its right level.
 */
function hasLostSections(section: Section, next: Section | undefined, outline: Outline): boolean {
  const level = levelsOf(outline)(section);
  if (level === undefined || level >= section.heading.level || !next || next.heading.level <= level)
    return false;
  const other = outline.specOf.get(next);
  return other === undefined || other.parent === outline.specOf.get(section);
}
