/** The templates among which the author of a new document chooses. */

import type { TemplateSource } from '../template/templateSet';
import { defaultTemplate, templatesFor } from '../template/templateSet';

/** The templates for a new document, the most likely one first. */
export interface OfferedTemplates {
  readonly sources: readonly TemplateSource[];
  /** The first one is the only one that the team uses, which leaves no choice. */
  readonly isSettled: boolean;
}

/**
 * The templates for a new document in `folder`. `used` has the names of those that the documents of the team follow, the
 * most frequent one first.
 */
export function offeredTemplates(
  all: readonly TemplateSource[],
  folder: string,
  used: readonly string[],
): OfferedTemplates {
  const place = folder === '' || folder === '.' ? 'x.md' : `${folder}/x.md`;
  const first = defaultTemplate(all, place, used[0]);
  const rest = templatesFor(all, place).filter((source) => source !== first);
  const own = all.filter(({ bundled }) => !bundled);
  const isSettled = own.length === 1 && used.every((name) => name === own[0]?.template.name);
  return { sources: first ? [first, ...rest] : rest, isSettled };
}
