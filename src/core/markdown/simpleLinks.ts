/** The links of a text that can be told by their shape, which are those of most paragraphs. */

import { inlineSpans } from './inline';
import type { Destination } from './inlineMarkdown';

/** Escapes, and HTML that is neither a tag nor text. */
const OTHER = /\\|<[!?]/;
/** What code, tags and autolinks start with. */
const SPAN = /[`<]/;
/** A link or an image, no bracket in its text, and an address that ends where it ends whatever it is. */
const SIMPLE = /\[[^[\]]*\]\(([^\s\p{Cc}()"'`<&]+)\)/gu;
/** Schemes that markdown-it may refuse, so that there is no link. */
const REFUSED = /^(?:javascript|vbscript|file|data):/i;

/**
 * The destinations in a text where every bracket that could open or end a link is one of a simple link. Undefined for
 * any other text, which takes the inline rules to read; `labels` are those that are defined.
 */
export function simpleLinks(source: string, labels: string): Destination[] | undefined {
  if (OTHER.test(source)) return undefined;
  const text = SPAN.test(source) ? withoutSpans(source) : source;
  const links: Destination[] = [];
  for (const { 0: link, 1: target = '', index } of text.matchAll(SIMPLE)) {
    if (REFUSED.test(target)) return undefined;
    const end = index + link.length - 1;
    links.push({ start: end - target.length, end, target });
  }
  // Without definitions a bracket that no address follows is text; with them it may be a reference.
  return countOf(text, labels === '' ? '](' : '[') === links.length ? links : undefined;
}

/** The text with blanks for code, tags and autolinks: what they have of brackets is none, and no address has blanks. */
function withoutSpans(source: string): string {
  let text = '';
  let from = 0;
  for (const { start, end } of inlineSpans(source)) {
    text += source.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return text + source.slice(from);
}

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
