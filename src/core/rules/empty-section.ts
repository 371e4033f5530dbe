import type { Section } from '../document/document';
import { insertLines, trimBlank } from '../edits/insert';
import type { Problem, Severity } from '../edits/problem';
import { findLeftovers } from '../outline/leftovers';
import { levelsOf } from '../outline/levels';
import { headingKeys } from '../outline/matches';
import type { Outline } from '../outline/outline';
import { mayComeLater } from '../outline/toCome';
import type { Stage } from '../status/stage';
import { fillerOf } from '../template/filler';
import { isLog } from '../template/inferred';
import type { SectionSpec } from '../template/template';
import { contentOf } from '../template/written';
import { say } from '../text/message';
import { nameWords } from '../text/names';
import { shorten } from '../text/shorten';
import type { Rule, RuleContext } from './rule';
import { CONTENT_STAGES } from './rule';

export const emptySection: Rule = {
  id: 'empty-section',
  summary: say`A section is not written: it is empty, or contains only the template's text.`,
  help: `A heading without text looks finished in an outline and tells the reader nothing, and so does a heading over
text that every new document has. Blank lines, comments and link definitions are no content; sub-sections, "None" and
"N/A" are. Filler, such as "Coming soon", "…" or a table with blank cells, is no text if the section says nothing else:
that is a warning if the template requires the section, else an information. An empty log ("History") that the template does not have is an information: nothing may have happened yet. Sub-headings of your own may stay without text if they are a list, such as milestones, or whole sentences. If a section contains only the template's guidance, the finding is an information in a draft; in later
stages it is a warning if the template requires the section, else a hint. In an empty section, the light bulb inserts
the template's guidance, which says what belongs there.`,
  severity: 'warning',
  stages: CONTENT_STAGES,
  *check(context) {
    const { document, outline, stage } = context;
    const { guidance } = outline.template;
    const lists = headingLists(document.sections, outline);
    for (const [at, section] of document.sections.entries()) {
      const content = contentOf(section, guidance);
      if (content === 'written') yield* filler(section, context);
      if (content === 'written' || (content === 'nothing' && mayStayEmpty(section, at === 0, outline, lists)))
        continue;
      if (hasLostSections(section, document.sections[at + 1], outline)) continue;
      const spec = outline.specOf.get(section);
      const name = spec?.title ?? section.heading.text;
      const { range } = section.heading;
      if (content === 'template') {
        yield {
          range,
          severity: severityOf(stage, spec),
          message: say`Section "${name}" is not written: expected your own text, found only the template's.`,
        };
        continue;
      }
      const body = trimBlank(spec?.body ?? []);
      yield {
        range,
        ...(!spec && isLog(section.heading.name) && { severity: 'information' as const }),
        message: say`Section "${name}" is empty: expected text, a list or sub-sections, found none.`,
        ...(body.length > 0 && {
          fixes: [
            {
              title: say`Insert the guidance for "${name}"`,
              applicability: 'scaffold',
              edits: [insertLines(document, section.heading.endLine, body)],
            },
          ],
        }),
      };
    }
  },
};

/** The finding about a section that says nothing but filler, unless it has a placeholder, which has its own finding. */
function* filler(section: Section, { document, outline, stage }: RuleContext): Generator<Problem> {
  const found = fillerOf(section);
  if (found === undefined) return;
  const { specOf, template } = outline;
  const isNamed = findLeftovers(document, template).some(
    ({ range: { start } }) => section.start <= start.line && start.line < section.end,
  );
  if (isNamed) return;
  const spec = specOf.get(section);
  const isEarly = stage !== 'progress' && spec !== undefined && mayComeLater(section, spec, template);
  const name = spec?.title ?? section.heading.text;
  yield {
    range: section.heading.range,
    ...((isEarly || !isDemanded(spec)) && { severity: 'information' as const }),
    message:
      found === ''
        ? say`Section "${name}" is not written: expected your own text, found nothing to read.`
        : say`Section "${name}" is not written: expected your own text, found only "${shorten(found, MAX_SHOWN)}".`,
  };
}

/** Outside of drafts, only a section that the template requires is a warning: other template text may be intended. */
function severityOf(stage: Stage, spec: SectionSpec | undefined): Severity {
  if (stage === 'draft') return 'information';
  return isDemanded(spec) ? 'warning' : 'hint';
}

function isDemanded(spec: SectionSpec | undefined): boolean {
  const kind = spec?.requirement.kind;
  return kind === 'required' || kind === 'conditional';
}

/** The maximum number of characters of filler in a message. */
const MAX_SHOWN = 40;
/** The maximum number of words of a heading that needs a text; a longer one is a statement itself. */
const MAX_WORDS = 6;

/**
 * True for a section of the author's whose heading says enough: a statement, one of several without text, such as
 * milestones, or a heading in a plan. A first one may be the title. A heading of the template is not the author's.
 */
function mayStayEmpty(
  section: Section,
  isFirst: boolean,
  outline: Outline,
  lists: ReadonlySet<Section>,
): boolean {
  const { parent } = section;
  const { key, text } = section.heading.name;
  if (outline.specOf.has(section) || headingKeys(outline.template).has(key)) return false;
  if (!parent) return isFirst;
  return nameWords(text).length > MAX_WORDS || lists.has(parent) || outline.specOf.get(parent)?.plan === true;
}

/** The sections of whose own sub-sections several are empty. */
function headingLists(sections: readonly Section[], { specOf, template }: Outline): ReadonlySet<Section> {
  const once = new Set<Section>();
  const lists = new Set<Section>();
  for (const section of sections) {
    const { parent } = section;
    if (!parent || specOf.has(section) || contentOf(section, template.guidance) !== 'nothing') continue;
    (once.has(parent) ? lists : once).add(parent);
  }
  return lists;
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
