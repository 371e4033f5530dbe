/** Link reference definitions, `[label]: address`, and footnotes, which have the same syntax in CommonMark. */

import { readDefinition } from '../../markdown/inlineMarkdown';
import type { Block } from '../../markdown/markdown';
import type { Parts } from '../../query/collect';
import { collect, NONE } from '../../query/collect';
import { memoize } from '../../query/memoize';
import type { Range } from '../../text/text';
import type { InlineText } from '../inlineText';
import { definitionText, rangeIn } from '../inlineText';
import type { Part } from '../parts';
import { prefiltered } from '../prefilter';

/** A link reference definition. Lines count from the first line of its part. */
export interface Definition {
  /** The normalized label. */
  readonly label: string;
  readonly target: string;
  /** The range of the address. */
  readonly range: Range;
}

const FOOTNOTE = /^\[\^[^\]]*\]:/;

/** The link reference definitions of a part, without footnotes, which GitHub adds to CommonMark. */
export const definitionsOf = prefiltered((part: Part): readonly Definition[] => {
  const definitions: Definition[] = [];
  for (const block of part.allBlocks) {
    if (block.kind !== 'definition') continue;
    const text = definitionText(part, block);
    const found = FOOTNOTE.test(text.content) ? undefined : readDefinition(text.content);
    if (!found) continue;
    const { label, target, start, end } = found;
    definitions.push({ label, target, range: rangeIn(text, start, end) });
  }
  return definitions.length === 0 ? NONE : definitions;
});

/** The text of a footnote that CommonMark parses as a definition because it is one word; empty for a definition. */
export function footnoteTexts(part: Part, block: Block): InlineText[] {
  const text = definitionText(part, block);
  const mark = FOOTNOTE.exec(text.content)?.[0].length;
  if (mark === undefined) return [];
  return [{ content: text.content.slice(mark), place: (offset) => text.place(mark + offset) }];
}

/** The sorted distinct labels that the parts define, one per line. They decide which texts are reference links. */
export const labelsIn = memoize((parts: Parts<Part>): string => {
  const labels = new Set(collect(parts, definitionsOf, undefined, ({ label }) => label));
  return [...labels].sort().join('\n');
});
