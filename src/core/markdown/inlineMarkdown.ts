/**
 * What inline Markdown says. That takes most of markdown-it, and only titles that people are shown need it: bundles may
 * load this file when it is first asked.
 */

import MarkdownIt from 'markdown-it';

/** A stretch of inline Markdown: text as it is read, or an HTML tag or comment as it is written. */
export interface InlinePart {
  readonly html: boolean;
  readonly text: string;
}

/** A link by label; `grid[x][y]` is none. */
const REFERENCE = /(?<![\p{L}\p{N}\]])\[([^[\]]+)\]\[([^[\]]*)\]/gu;

let whole: InstanceType<typeof MarkdownIt> | undefined;

/** Inline Markdown without its syntax. A reference such as `[text][label]` is a link wherever it is defined. */
export function inlineParts(source: string): InlinePart[] {
  const markdown = wholeMarkdown();
  const references: Record<string, { href: string; title: string }> = {};
  for (const [, text = '', label = ''] of source.matchAll(REFERENCE)) {
    references[markdown.utils.normalizeReference(label || text)] = { href: '#', title: '' };
  }
  return markdown.parseInline(source, { references }).flatMap(({ children }) => partsOf(children ?? []));
}

function wholeMarkdown(): InstanceType<typeof MarkdownIt> {
  whole ??= new MarkdownIt({ html: true });
  return whole;
}

function partsOf(tokens: readonly MarkdownIt.Token[]): InlinePart[] {
  return tokens.flatMap(({ type, content, children }) => {
    if (type === 'image') return partsOf(children ?? []);
    return { html: type === 'html_inline', text: type.endsWith('break') ? ' ' : content };
  });
}
