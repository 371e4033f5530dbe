/** A fast path for links that a regular expression recognizes. Most paragraphs have no others. */

import { inlineSpans } from './inline';
import type { Destination } from './inlineMarkdown';

/** Escapes, and HTML that is neither a tag nor text. */
const OTHER = /\\|<[!?]/;
/** The first character of code spans, tags and autolinks. */
const SPAN = /[`<]/;
/** A link or image without brackets in its text, and a destination without characters that need the full parser. */
const SIMPLE = /\[[^[\]]*\]\(([^\s\p{Cc}()"'`<&]+)\)/gu;
/** Schemes that markdown-it may reject; then there is no link. */
const REFUSED = /^(?:javascript|vbscript|file|data):/i;

/**
 * The destinations of the links in a text, in order, if all its links are simple ones. Undefined if the text needs the
 * inline rules of markdown-it. `labels` lists the defined link labels, one per line.
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
  // A bracket without a destination is text, unless labels are defined: then it may be a reference link.
  return countOf(text, labels === '' ? '](' : '[') === links.length ? links : undefined;
}

/** Replaces code, tags and autolinks by blanks: brackets in them do not count, and no destination contains blanks. */
function withoutSpans(source: string): string {
  let text = '';
  let from = 0;
  for (const { start, end } of inlineSpans(source)) {
    text += source.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return text + source.slice(from);
}

function countOf(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}
