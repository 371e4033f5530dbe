/** What the template says about the section under the cursor. */

import type { Analysis } from '../analysis/analyze';
import type { SectionSpec } from '../template/template';
import type { Position, Range } from '../text/text';

export interface Hover {
  /** The heading's text. */
  readonly range: Range;
  readonly title: string;
  /** What the template demands, as a sentence. */
  readonly requirement: string;
  /** The template's guidance, as Markdown source that nobody vouches for; empty if there is none. */
  readonly guidance: string;
}

/** The hover for a position: on the heading of a section that the template knows, else undefined. */
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

/** "Required.", "Required when …." and so on, with the limit on list items. */
export function describeRequirement(spec: SectionSpec): string {
  const { kind, when } = spec.requirement;
  const words = kind === 'conditional' ? `Required ${when}` : kind.charAt(0).toUpperCase() + kind.slice(1);
  const limit = spec.limit ? ` ${spec.limit.min} to ${spec.limit.max} list items.` : '';
  return `${words} by the template.${limit}`.replace('Optional by the template', 'Optional in the template');
}
