/** The findings about sections that a document lacks, or that are not written. They block, so boxes only repeat them. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Section } from '../document/document';
import type { Requirement } from '../markdown/marks';
import { conditionalSection } from '../rules/conditional-section';
import { emptySection } from '../rules/empty-section';
import { missingSection } from '../rules/missing-section';
import type { Rule } from '../rules/rule';
import type { SectionSpec } from '../template/template';
import { isBlocking } from './findingBoxes';

/** The rules that report a section of a kind which a document lacks, whatever their severity. */
const DEMANDING: Readonly<Partial<Record<Requirement['kind'], Rule>>> = {
  required: missingSection,
  conditional: conditionalSection,
};

/** True if the template requires the section. */
export function isRequired({ requirement }: SectionSpec): boolean {
  return requirement.kind === 'required';
}

/**
 * The finding that a section which the document lacks is missing, or one that it is in; undefined if none is reported, as
 * in a section that says "None".
 */
export function missingFinding({ findings, suppressed }: Analysis, spec: SectionSpec): Finding | undefined {
  const { kind } = spec.requirement;
  const rule = DEMANDING[kind];
  const titles = (kind === 'required' ? withAncestors(spec) : [spec]).map(({ title }) => `"${title}":`);
  return [...findings, ...suppressed].find(
    (finding) =>
      finding.rule === rule?.id &&
      isBlocking(finding) &&
      titles.some((title) => finding.message.includes(title)),
  );
}

/** The finding that a section is not written; undefined if none is reported. */
export function unwrittenFinding(
  { findings, suppressed }: Analysis,
  { heading }: Section,
): Finding | undefined {
  return [...findings, ...suppressed].find(
    (finding) =>
      finding.rule === emptySection.id &&
      isBlocking(finding) &&
      finding.range.start.line === heading.range.start.line,
  );
}

function withAncestors(spec: SectionSpec): SectionSpec[] {
  return spec.parent ? [spec, ...withAncestors(spec.parent)] : [spec];
}
