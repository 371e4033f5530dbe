/** Sections whose author says that the text is still to come, where the template lets a draft say so. */

import type { Section } from '../document/document';
import { isFiller } from '../markdown/filler';
import { isComment } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { comparedText } from '../template/normalizedText';
import type { SectionSpec, Template } from '../template/template';
import sections from '../vocabulary/sections.json';

/** TBD or TODO as the whole text: a template that says so lets a draft say so. Its dots are a placeholder. */
const TO_COME = /^[ \t*_]*(?:TBD|TODO|tbd)[ \t.…*_]*$/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/**
 * True if a section says nothing of its own but filler, and either the template says nothing but TBD there, or its guidance
 * does not ask for the section yet ("not required until …"). Sub-sections are judged on their own.
 */
export function mayComeLater({ blocks }: Section, { body }: SectionSpec, { guidance }: Template): boolean {
  const [only, ...more] = blocks.filter(
    (block) =>
      isFiller(block.content) ||
      (!isComment(block) && block.kind !== 'definition' && !guidance.all.has(comparedText(block.content))),
  );
  if (only?.kind !== 'paragraph' || more.length > 0 || !isFiller(only.content)) return false;
  const source = body.join('\n');
  const text = fold(source).toLowerCase();
  return (
    TO_COME.test(fold(source.replace(COMMENT, ' '))) || sections.later.some((words) => text.includes(words))
  );
}
