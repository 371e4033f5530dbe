/** The template's requirement and guidance for the section under the cursor. */

import type { Analysis } from '../analysis/analyze';
import type { Document } from '../document/document';
import { findField } from '../document/fields';
import { expectedText } from '../template/provenance';
import type { SectionSpec } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import type { Position, Range } from '../text/text';

/** The hover of a section's heading, or of a header field. */
export interface Hover {
  /** The range of the heading's text, or of the field's name. */
  readonly range: Range;
  /** The title of the section, or the name of the field, in the template. */
  readonly title: string;
  /** The template's requirement, as a sentence. */
  readonly requirement: string;
  /** The template's guidance as untrusted Markdown; empty if there is none. */
  readonly guidance: string;
}

/**
 * The hover at a position; undefined unless it is on the heading of a section that is in the template,
 * or on a field of which the template says what its value must be.
 */
export function hoverAt({ document, bound }: Analysis, position: Position): Hover | undefined {
  const section = document.sections.find(({ heading }) => heading.line === position.line);
  if (!section) return fieldHover(document, bound?.template.fields ?? [], position);
  const spec = bound?.outline.specOf.get(section);
  if (!spec) return undefined;
  return {
    range: section.heading.range,
    title: spec.title,
    requirement: describeRequirement(spec),
    guidance: spec.body.join('\n').trim(),
  };
}

/** The hover of a header field, with what its value must be. */
function fieldHover(
  { fields }: Document,
  specs: readonly FieldSpec[],
  { line }: Position,
): Hover | undefined {
  const field = fields.find((one) => line >= one.line && line < one.endLine);
  const spec = field && specs.find(({ name }) => findField([field], [name]));
  if (!field || !spec?.expects) return undefined;
  const requirement = `Expected by the template: ${expectedText(spec.expects)}.`;
  return { range: field.nameRange, title: spec.name, requirement, guidance: '' };
}

/** The requirement as a sentence, such as "Required by the template.", with the limit on list items. */
export function describeRequirement(spec: SectionSpec): string {
  const { kind, when } = spec.requirement;
  const words = kind === 'conditional' ? `Required ${when}` : kind.charAt(0).toUpperCase() + kind.slice(1);
  const limit = spec.limit ? ` ${spec.limit.min} to ${spec.limit.max} list items.` : '';
  return `${words} by the template.${limit}`.replace('Optional by the template', 'Optional in the template');
}
