import { insertionFix } from '../edits/insert';
import type { Outline } from '../template/outline';
import { bindingsOf } from '../template/outline';
import type { SectionSpec, Template } from '../template/template';
import { lineStart } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  summary: 'A section that the template requires or recommends is missing.',
  help: `A missing section is a warning if the template requires it, and a hint if the template recommends it. Names
are compared ignoring case, "&", slashes, and a suffix in parentheses or after a colon. Only the topmost missing
section is reported. The fix inserts its heading, its guidance and its required sub-sections where the template has
them.`,
  severity: 'warning',
  stages: COMPLETENESS_STAGES,
  together: 'Insert all # missing sections',
  *check({ document, outline }) {
    const before = siblingsBefore(outline.template);
    for (const { spec, sections } of outline.bindings) {
      if (sections.length > 0 || spec.repeatable || !parentPresent(outline, spec)) continue;
      const { kind } = spec.requirement;
      if (kind !== 'required' && kind !== 'recommended') continue;
      const fix = insertionFix({ document, outline }, spec);
      const where = place(spec, before.get(spec));
      yield kind === 'required'
        ? {
            range: document.title?.range ?? lineStart(0),
            message: `Missing section "${spec.title}": the template requires it${where}.`,
            fixes: [fix],
          }
        : {
            range: document.title?.range ?? lineStart(0),
            severity: 'hint',
            message: `No section "${spec.title}": the template recommends it${where}.`,
            // "Fix all" must not insert sections that a document may omit.
            fixes: [{ ...fix, applicability: 'choice' }],
          };
    }
  },
};

function parentPresent(outline: Outline, { parent }: SectionSpec): boolean {
  return !parent || (bindingsOf(outline).get(parent)?.sections.length ?? 0) > 0;
}

/** Where the template has the section, as a phrase for the message. */
function place(spec: SectionSpec, before: SectionSpec | undefined): string {
  if (before && !before.repeatable) return ` after "${before.title}"`;
  return spec.parent && !spec.parent.repeatable ? ` in "${spec.parent.title}"` : '';
}

/** Maps each section of a template to its preceding sibling. */
function siblingsBefore({ specs }: Template): ReadonlyMap<SectionSpec, SectionSpec | undefined> {
  const last = new Map<SectionSpec | undefined, SectionSpec>();
  return new Map(
    specs.map((spec) => {
      const before = last.get(spec.parent);
      last.set(spec.parent, spec);
      return [spec, before];
    }),
  );
}
