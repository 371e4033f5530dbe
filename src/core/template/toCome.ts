/** Sections whose author says that the text is still to come, where the template lets a draft say so. */

import type { Section } from '../document/document';
import { isComment } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import sections from '../vocabulary/sections.json';
import type { SectionSpec } from './template';

/** TBD or TODO as the whole text. */
const TO_COME = /^[ \t*_]*(?:TBD|TODO|tbd)[ \t.…*_]*$/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/**
 * True if a section says nothing but TBD, and either the template says nothing else there, or its guidance does not ask for
 * the section yet ("not required until …").
 */
export function mayComeLater(section: Section, { body }: SectionSpec): boolean {
  const shown = section.blocks.filter((block) => !isComment(block) && block.kind !== 'definition');
  const [only, ...more] = shown;
  const isToCome = only?.kind === 'paragraph' && more.length === 0 && TO_COME.test(only.content);
  if (!isToCome || section.children.length > 0) return false;
  const guidance = body.join('\n');
  const text = fold(guidance).toLowerCase();
  return (
    TO_COME.test(fold(guidance.replace(COMMENT, ' '))) || sections.later.some((words) => text.includes(words))
  );
}
