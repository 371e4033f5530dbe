/** Inline Markdown as people read it: what a title says, without the signs that say how it looks. */

import { inlineParts } from '../markdown/inlineMarkdown';
import { fold, isElement } from '../markdown/tokens';

const SIGNS = /[\\`*_~<&[\]]/;

/**
 * One line of inline Markdown as plain text: emphasis, code ticks, comments and tags are gone, links and images leave
 * their text, escapes and entities what they stand for. A placeholder such as `<single task>` stays, for it is there to
 * be seen.
 */
export function plainText(markdown: string): string {
  if (!SIGNS.test(markdown)) return fold(markdown);
  const parts = inlineParts(markdown).map(({ html, text }) => (html ? shownTag(text) : text));
  return fold(parts.join(''));
}

function shownTag(tag: string): string {
  if (/^<br\b/i.test(tag)) return ' ';
  return /^<[!?]/.test(tag) || isElement(tag) ? '' : tag;
}
