/** The findings about sections that a document lacks, or that are not written. They block, so boxes only repeat them. */

import type { Analysis } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Section } from '../document/document';
import { emptySection } from '../rules/empty-section';
import type { SectionSpec } from '../template/template';
import { isBlocking } from './findingBoxes';

/** True if the template requires the section. */
export function isRequired({ requirement }: SectionSpec): boolean {
  return requirement.kind === 'required';
}

/**
 * The finding that a section which the document lacks is missing, or one that it is in; undefined if none is reported, as
 * in a section that says "None".
 */
export function missingFinding({ findings, suppressed }: Analysis, spec: SectionSpec): Finding | undefined {
  const around = isRequired(spec) ? withAncestors(spec) : [spec];
  return [...findings, ...suppressed].find(
    (finding) => finding.missing && isBlocking(finding) && around.includes(finding.missing),
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
