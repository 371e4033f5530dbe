import type { Document } from '../document/document';
import { insertionFix } from '../edits/insert';
import type { Fix } from '../edits/problem';
import type { Outline } from '../outline/outline';
import { bindingsOf } from '../outline/outline';
import type { SectionSpec, Template } from '../template/template';
import { saysNone } from '../template/written';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { lineStart } from '../text/text';
import type { Rule } from './rule';
import { COMPLETENESS_STAGES } from './rule';

export const missingSection: Rule = {
  id: 'missing-section',
  summary: say`A section that the template requires or recommends is missing.`,
  help: `A missing section is a warning if the template requires it. All sections that the template only recommends
are one hint. Names are compared ignoring case, plural, "&", slashes, and a suffix in parentheses or after a colon; a
section about several subjects ("Drawbacks and Alternatives") answers each of them, and a common other name
("Discussion" for "Rationale") will do, unless the template says that all sections stay. Only the topmost missing section
is reported, and none in a section that says "None" or "N/A". The fix inserts its heading, its guidance and its
required sub-sections where the template has them.`,
  severity: 'warning',
  stages: COMPLETENESS_STAGES,
  together: (count) => say`Insert all ${count} missing sections`,
  *check({ document, outline }) {
    const range = document.title?.range ?? lineStart(0);
    const before = siblingsBefore(outline.template);
    for (const spec of missingSpecs(outline, 'required')) {
      yield {
        range,
        message: missing(spec, before.get(spec)),
        missing: spec,
        fixes: [insertionFix({ document, outline }, spec)],
      };
    }
    const recommended = missingSpecs(outline, 'recommended');
    const [first, ...more] = recommended;
    if (!first) return;
    yield {
      range,
      severity: 'hint',
      message: notWritten([first, ...more], before.get(first)),
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
    title: only && more.length === 0 ? only.title : say`Insert ${fixes.length} recommended sections`,
    applicability: 'choice',
    edits: fixes.flatMap(({ edits }) => edits),
  };
}

/** Says that a required section is missing, and where the template has it. */
function missing({ title, parent }: SectionSpec, before: SectionSpec | undefined): Message {
  if (before && !before.repeatable)
    return say`Missing section "${title}": the template requires it after "${before.title}".`;
  return parent && !parent.repeatable
    ? say`Missing section "${title}": the template requires it in "${parent.title}".`
    : say`Missing section "${title}": the template requires it.`;
}

/** The same of sections that are only recommended. */
function notWritten(
  [{ title, parent }, ...more]: readonly [SectionSpec, ...SectionSpec[]],
  before: SectionSpec | undefined,
): Message {
  const last = more.pop();
  if (last) {
    const names = [title, ...more.map((spec) => spec.title)].map((name) => `"${name}"`).join(', ');
    return say`No sections ${names} and "${last.title}": the template recommends them.`;
  }
  if (before && !before.repeatable)
    return say`No section "${title}": the template recommends it after "${before.title}".`;
  return parent && !parent.repeatable
    ? say`No section "${title}": the template recommends it in "${parent.title}".`
    : say`No section "${title}": the template recommends it.`;
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
