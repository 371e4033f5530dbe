/** The anchors of the headings in a part: its own heading, and those in quotes, lists and HTML. */

import { tagsIn } from '../../markdown/htmlTags';
import type { Block } from '../../markdown/markdown';
import { NONE } from '../../query/collect';
import { memoize } from '../../query/memoize';
import type { Part } from '../parts';
import type { Slugs } from './slugs';
import { slugsOf, slugsOfHtml } from './slugs';

/** The anchors of the heading that a part starts with. `labels` lists the defined link labels, one per line. */
export const titleSlugs = memoize(
  ({ heading, blocks }: Part, labels: string): Slugs | undefined =>
    heading && slugsOf(blocks[0]?.content ?? '', labels),
);

interface InnerHeading {
  readonly slugs: Slugs;
  /** Counted from the first line of the part. */
  readonly line: number;
}

const HTML_HEADING = /<h[1-6][\s>]/i;

/** The other headings of a part, in order. `labels` lists the defined link labels, one per line. */
export const innerHeadings = memoize((part: Part, labels: string): readonly InnerHeading[] => {
  const { allBlocks, blocks, heading, origin } = part;
  const own = heading && blocks[0];
  const found: InnerHeading[] = [];
  for (const block of allBlocks) {
    const line = block.start - origin;
    if (block.kind === 'heading' && block !== own)
      found.push({ slugs: slugsOf(block.content, labels), line });
    if (block.kind === 'html' && HTML_HEADING.test(block.content)) found.push(...htmlHeadings(block, line));
  }
  return found.length === 0 ? NONE : found;
});

function htmlHeadings({ content }: Block, first: number): InnerHeading[] {
  const lower = content.toLowerCase();
  let line = first;
  let counted = 0;
  return tagsIn(content).flatMap(({ name, start, end }) => {
    if (!/^h[1-6]$/.test(name)) return [];
    for (; counted < start; counted++) if (content[counted] === '\n') line++;
    const close = lower.indexOf(`</${name}`, end);
    return close < 0 ? [] : { slugs: slugsOfHtml(content.slice(end, close)), line };
  });
}
