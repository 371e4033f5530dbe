/** A template in a page about it: the page shows the template as one fenced block, to be copied from there. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { fenceMark } from '../text/regions';

const MARKDOWN = /^(?:md|markdown|mdx)?$/i;
/** The minimum number of headings of a template; a shorter block is an example of something else. */
const MAX_EXAMPLE_HEADINGS = 2;

/**
 * The document to read a template from: that of the only fenced block with Markdown that has more headings than the page
 * around it, else that of the text.
 */
export function templateDocument(text: string): Document {
  const page = parseDocument(text);
  const fewest = Math.max(MAX_EXAMPLE_HEADINGS, headingsIn(page)) + 1;
  const fenced = page.allBlocks
    .filter(({ kind, language, start }) => {
      const isFence = kind === 'code' && fenceMark(page.lineAt(start)?.text.trimStart() ?? '') !== undefined;
      return isFence && MARKDOWN.test(language);
    })
    .map(({ content }) => parseDocument(content))
    .filter((inner) => headingsIn(inner) >= fewest);
  return fenced.length === 1 && fenced[0] ? fenced[0] : page;
}

function headingsIn({ title, sections }: Document): number {
  return sections.length + (title ? 1 : 0);
}
