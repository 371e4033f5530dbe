/** Whether a section is written: whether it says anything that is not the template's own text. */

import type { Section } from '../document/document';
import type { Part } from '../document/parts';
import { PART } from '../document/sections';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import type { Line } from '../text/text';
import { isAnswer, isLicenceSection, isStatusSection } from './keptText';
import { comparedText } from './normalizedText';

/** What a template says, white space folded: the blocks that are guidance, all blocks, what is meant to stay. */
interface TemplateTexts {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
}

/**
 * What a section holds: text of the author's, only the template's, or nothing. A section with sub-sections is written;
 * those are looked at one by one.
 */
export type SectionContent = 'written' | 'template' | 'nothing';

/** What a section of a document that follows a template with these texts holds. */
export function contentOf(section: Section, texts: TemplateTexts): SectionContent {
  return section.children.length > 0 ? 'written' : ownContent(section[PART], texts);
}

/** The same of the section's own blocks, whatever its sub-sections say. */
const ownContent = memoize(({ lines, origin, blocks }: Part, texts: TemplateTexts): SectionContent => {
  const own = blocks.slice(blocks[0]?.kind === 'heading' ? 1 : 0);
  const content = weightiest(own.map((block) => blockContent(block, lines, origin, texts)));
  // A section may consist of what is meant to stay, such as a licence. Beside guidance that is no answer to it.
  return content === 'kept' ? 'written' : content;
});

/** What one block holds: it may also be text of the template that is meant to stay. */
type BlockContent = SectionContent | 'kept';

function weightiest(contents: readonly BlockContent[]): BlockContent {
  const inOrder: readonly BlockContent[] = ['written', 'template', 'kept'];
  return inOrder.find((content) => contents.includes(content)) ?? 'nothing';
}

/** True if the section's own blocks say something that is neither the template's nor in all documents alike. */
export const saysMore = memoize(({ heading, lines, origin, blocks }: Part, texts: TemplateTexts): boolean => {
  if (!heading || isLicenceSection(heading.name) || isStatusSection(heading.name)) return false;
  const isNew = (text: string): boolean => !texts.all.has(text) && !texts.kept.has(text);
  const isMore = (block: Block): boolean => {
    if (block.children.length > 0) return block.children.some(isMore);
    return !showsNothing(block) && saidBy(block, lines, origin).some(isNew);
  };
  return blocks.slice(1).some(isMore);
});

function blockContent(
  block: Block,
  lines: readonly Line[],
  origin: number,
  texts: TemplateTexts,
): BlockContent {
  if (block.children.length > 0) {
    return weightiest(block.children.map((child) => blockContent(child, lines, origin, texts)));
  }
  if (showsNothing(block)) return isKnownComment(block, texts) ? 'template' : 'nothing';
  const said = saidBy(block, lines, origin);
  if (said.every((text) => texts.kept.has(text))) return 'kept';
  return said.every((text) => texts.all.has(text) && !isAnswer(text)) ? 'template' : 'written';
}

/** What a block says: of a table, row by row. */
function saidBy({ kind, content, start, end }: Block, lines: readonly Line[], origin: number): string[] {
  if (kind !== 'table') return [comparedText(content)];
  return lines.slice(start - origin, end - origin).map(({ text }) => comparedText(text));
}

/** A comment of the template that waits for the author's text is guidance that stands. */
function isKnownComment(block: Block, { own }: TemplateTexts): boolean {
  return isComment(block) && own.has(comparedText(block.content));
}

/** Comments, rules, link definitions, empty code and tags without text show a reader nothing. */
function showsNothing(block: Block): boolean {
  switch (block.kind) {
    case 'rule':
    case 'definition':
      return true;
    case 'code':
      return block.content.trim() === '';
    case 'html':
    case 'paragraph':
      return isComment(block) || (!SHOWN.test(block.content) && block.content.replace(TAG, '').trim() === '');
    case 'item':
    case 'list':
    case 'quote':
      return true;
    default:
      return false;
  }
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/g;
/** Tags that show something without any text. */
const SHOWN = /<(?:audio|canvas|embed|iframe|img|input|object|picture|svg|video)\b/i;
