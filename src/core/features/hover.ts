/** The hover under the pointer: on sections, header fields, and the tasks of the plan. */

import type { Analysis } from '../analysis/analyze';
import type { Document } from '../document/document';
import { fieldOnLine } from '../document/fields/fields';
import { sectionOnLine } from '../document/sections';
import { expectedText } from '../template/provenance';
import type { SectionSpec } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { specOfField } from '../template/templateFields';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import type { Position } from '../text/text';
import type { HoverCard } from './hoverCard';
import { taskHover } from './taskHover';

/**
 * The hover at a position: on the heading of a section that is in the template, on a milestone or step of the plan, or on
 * a field of which the template says what its value must be. Undefined elsewhere.
 */
export function hoverAt(analysis: Analysis, position: Position): HoverCard | undefined {
  const { document, bound } = analysis;
  const section = sectionOnLine(document.sections, position.line);
  const spec = section && bound?.outline.specOf.get(section);
  if (!section || !spec) {
    const task = taskHover(analysis, position.line);
    return task ?? (section ? undefined : fieldHover(document, bound?.template.fields ?? [], position));
  }
  const guidance = spec.body.join('\n').trim();
  return {
    range: section.heading.range,
    title: spec.title,
    lines: [describeRequirement(spec)],
    ...(guidance !== '' && { block: { language: 'markdown', text: guidance } }),
  };
}

/** The hover of a header field, with what its value must be. */
function fieldHover(
  { fields }: Document,
  specs: readonly FieldSpec[],
  { line }: Position,
): HoverCard | undefined {
  const field = fieldOnLine(fields, line);
  const spec = field && specOfField(specs, field);
  if (!field || !spec?.expects) return undefined;
  const requirement = say`Expected by the template: ${expectedText(spec.expects)}.`;
  return { range: field.nameRange, title: spec.name, lines: [requirement] };
}

/** The requirement as a sentence, such as "Required by the template.", with the limit on list items. */
export function describeRequirement({ requirement, limit }: SectionSpec): Message {
  const said = SAID[requirement.kind](requirement.when ?? '');
  return limit ? sentences(said, say`${limit.min} to ${limit.max} list items.`) : said;
}

const SAID: Readonly<Record<SectionSpec['requirement']['kind'], (when: string) => Message>> = {
  required: () => say`Required by the template.`,
  recommended: () => say`Recommended by the template.`,
  optional: () => say`Optional in the template.`,
  conditional: (when) => say`Required ${when} by the template.`,
};
