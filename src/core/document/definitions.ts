/** Link reference definitions, `[label]: address`, and footnotes, which look alike. */

import { readDefinition } from '../markdown/inlineMarkdown';
import type { Block } from '../markdown/markdown';
import type { Parts } from '../query/collect';
import { collect, NONE } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Range } from '../text/text';
import type { InlineText } from './inlineText';
import { definitionText, rangeIn } from './inlineText';
import type { Part } from './parts';
import { prefiltered } from './prefilter';

/** Lines count from the part's first. */
export interface Definition {
  /** In the form in which labels are compared. */
  readonly label: string;
  readonly target: string;
  /** Where the address stands. */
  readonly range: Range;
}

const FOOTNOTE = /^\[\^[^\]]*\]:/;

/** The definitions of a part; what defines a footnote, which GitHub adds to CommonMark, defines no address. */
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

/** What a footnote says that is so short that CommonMark takes it for a definition; nothing for a real one. */
export function footnoteTexts(part: Part, block: Block): InlineText[] {
  const text = definitionText(part, block);
  const mark = FOOTNOTE.exec(text.content)?.[0].length;
  if (mark === undefined) return [];
  return [{ content: text.content.slice(mark), place: (offset) => text.place(mark + offset) }];
}

/** The labels that the parts define, each once, in order, on a line each: what makes a text a link. */
export const labelsIn = memoize((parts: Parts<Part>): string => {
  const labels = new Set(collect(parts, definitionsOf, undefined, ({ label }) => label));
  return [...labels].sort().join('\n');
});
