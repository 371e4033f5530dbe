/** The template's requirement and guidance for the section under the cursor. */

import type { Analysis } from '../analysis/analyze';
import type { SectionSpec } from '../template/template';
import type { Position, Range } from '../text/text';

/** The hover of a section's heading. */
export interface Hover {
  /** The range of the heading's text. */
  readonly range: Range;
  /** The section's title in the template. */
  readonly title: string;
  /** The template's requirement, as a sentence. */
  readonly requirement: string;
  /** The template's guidance as untrusted Markdown; empty if there is none. */
  readonly guidance: string;
}

/** The hover at a position; undefined unless it is on the heading of a section that is in the template. */
export function hoverAt({ document, bound }: Analysis, position: Position): Hover | undefined {
  const section = document.sections.find(({ heading }) => heading.line === position.line);
  const spec = section && bound?.outline.specOf.get(section);
  if (!section || !spec) return undefined;
  return {
    range: section.heading.range,
    title: spec.title,
    requirement: describeRequirement(spec),
    guidance: spec.body.join('\n').trim(),
  };
}

/** The requirement as a sentence, such as "Required by the template.", with the limit on list items. */
export function describeRequirement(spec: SectionSpec): string {
  const { kind, when } = spec.requirement;
  const words = kind === 'conditional' ? `Required ${when}` : kind.charAt(0).toUpperCase() + kind.slice(1);
  const limit = spec.limit ? ` ${spec.limit.min} to ${spec.limit.max} list items.` : '';
  return `${words} by the template.${limit}`.replace('Optional by the template', 'Optional in the template');
}
