/** The plain text of inline Markdown, for titles. */

import { inlineParts } from '../markdown/inlineMarkdown';
import { fold, isElement } from '../markdown/tokens';

/** Any character with a meaning in inline Markdown. */
const SYNTAX = /[\\`*_~<&[\]]/;

/**
 * Converts inline Markdown to one line of plain text: drops emphasis, backticks, comments and tags, keeps the text of
 * links and images, and decodes escapes and entities. A placeholder such as `<single task>` stays, because readers
 * should see it.
 */
export function plainText(markdown: string): string {
  if (!SYNTAX.test(markdown)) return fold(markdown);
  const parts = inlineParts(markdown).map(({ html, text }) => (html ? shownTag(text) : text));
  return fold(parts.join(''));
}

function shownTag(tag: string): string {
  if (/^<br\b/i.test(tag)) return ' ';
  return /^<[!?]/.test(tag) || isElement(tag) ? '' : tag;
}
