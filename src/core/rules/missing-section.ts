import type { Document } from '../document/document';
import { insertionFix } from '../edits/insert';
import type { Fix } from '../edits/problem';
import type { Outline } from '../template/outline';
import { bindingsOf } from '../template/outline';
import type { SectionSpec, Template } from '../template/template';
import { saysNone } from '../template/written';
import { lineStart } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  summary: 'A section that the template requires or recommends is missing.',
  help: `A missing section is a warning if the template requires it. All sections that the template only recommends
are one hint. Names are compared ignoring case, plural, "&", slashes, and a suffix in parentheses or after a colon; a
section about several subjects ("Drawbacks and Alternatives") answers each of them, and a common other name
("Discussion" for "Rationale") will do, unless the template says that all sections stay. Only the topmost missing section
is reported, and none in a section that says "None" or "N/A". The fix inserts its heading, its guidance and its
required sub-sections where the template has them.`,
  severity: 'warning',
  stages: COMPLETENESS_STAGES,
  together: 'Insert all # missing sections',
  *check({ document, outline }) {
    const range = document.title?.range ?? lineStart(0);
    const before = siblingsBefore(outline.template);
    for (const spec of missingSpecs(outline, 'required')) {
      yield {
        range,
        message: `Missing section "${spec.title}": the template requires it${place(spec, before.get(spec))}.`,
        missing: spec,
        fixes: [insertionFix({ document, outline }, spec)],
      };
    }
    const recommended = missingSpecs(outline, 'recommended');
    const [first, ...more] = recommended;
    if (!first) return;
    const names = listOf(recommended.map(({ title }) => `"${title}"`));
    yield {
      range,
      severity: 'hint',
      message:
        more.length === 0
          ? `No section ${names}: the template recommends it${place(first, before.get(first))}.`
          : `No sections ${names}: the template recommends them.`,
      fixes: [insertAll(document, outline, recommended)],
    };
  },
};

/** The topmost missing sections with a requirement. */
function missingSpecs(outline: Outline, kind: 'required' | 'recommended'): SectionSpec[] {
  return outline.bindings.flatMap(({ spec, sections }) => {
    const isMissing = sections.length === 0 && !spec.repeatable && !outline.covered.has(spec);
    return isMissing && spec.requirement.kind === kind && hasParent(outline, spec) ? [spec] : [];
  });
}

/** True if a section could have its sub-section: it is there, and does not say that it has nothing to say. */
function hasParent(outline: Outline, { parent }: SectionSpec): boolean {
  if (!parent) return true;
  const [section] = bindingsOf(outline).get(parent)?.sections ?? [];
  return section !== undefined && !saysNone(section);
}

/** The fix that inserts recommended sections. "Fix all" must not insert what a document may omit. */
function insertAll(document: Document, outline: Outline, specs: readonly SectionSpec[]): Fix {
  const fixes = specs.map((spec) => insertionFix({ document, outline }, spec));
  const [only, ...more] = fixes;
  return {
    title: only && more.length === 0 ? only.title : `Insert ${fixes.length} recommended sections`,
    applicability: 'choice',
    edits: fixes.flatMap(({ edits }) => edits),
  };
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
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
