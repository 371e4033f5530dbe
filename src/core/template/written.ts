/** Decides whether a section is written, that is, whether it contains text that is not the template's. */

import type { Section } from '../document/document';
import type { Part } from '../document/parts';
import { PART } from '../document/sections';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import { memoize } from '../query/memoize';
import type { Line } from '../text/text';
import { isAnswer, isDirective, isLicenceSection, isStatusSection, opensWithAnswer } from './keptText';
import { comparedText } from './normalizedText';
import { isContentsSection } from './patterns';

/** The normalized texts of a template: blocks of guidance, all blocks, and text that documents should keep. */
interface TemplateTexts {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
}

/** The content of a section: text of the author, only text of the template, or nothing. */
export type SectionContent = 'written' | 'template' | 'nothing';

/**
 * The content of a section, given the texts of the template. A section with sub-sections always counts as written: each
 * sub-section is judged on its own. So does a table of contents, which tools write.
 */
export function contentOf(section: Section, texts: TemplateTexts): SectionContent {
  if (isContentsSection(section.heading.name)) return 'written';
  return section.children.length > 0 ? 'written' : ownContent(section[PART], texts);
}

/** The content of the section's own blocks, without its sub-sections. */
const ownContent = memoize((part: Part, texts: TemplateTexts): SectionContent => {
  const { heading, lines, origin, blocks } = part;
  const body = blocks.slice(blocks[0]?.kind === 'heading' ? 1 : 0);
  const content = strongest(body.map((block) => blockContent(block, lines, origin, texts)));
  // The status that the template proposes is the status of a new document.
  if (content === 'template' && heading && isStatusSection(heading.name)) return 'written';
  // A section may consist only of text to keep, such as a licence. Next to guidance such text is no content.
  return content === 'kept' ? 'written' : content;
});

/** True if one paragraph says that there is nothing to write in a section: "None.", "N/A: nothing runs here." */
export function saysNone(section: Section): boolean {
  return section.children.length === 0 && opensNone(section[PART]);
}

const opensNone = memoize(({ blocks }: Part): boolean => {
  const [first, ...more] = blocks.slice(1).filter((block) => !showsNothing(block));
  return first?.kind === 'paragraph' && more.length === 0 && opensWithAnswer(first.content);
});

/** The content of one block, which may also be text of the template to keep. */
type BlockContent = SectionContent | 'kept';

function strongest(contents: readonly BlockContent[]): BlockContent {
  const inOrder: readonly BlockContent[] = ['written', 'template', 'kept'];
  return inOrder.find((content) => contents.includes(content)) ?? 'nothing';
}

/** True if the section's own blocks contain text that is not the template's. Licence and status sections never do. */
export const hasOwnText = memoize(
  ({ heading, lines, origin, blocks }: Part, texts: TemplateTexts): boolean => {
    if (!heading || isLicenceSection(heading.name) || isStatusSection(heading.name)) return false;
    const isNew = (text: string): boolean => !texts.all.has(text) && !texts.kept.has(text);
    const isMore = (block: Block): boolean => {
      if (block.children.length > 0) return block.children.some(isMore);
      return !showsNothing(block) && blockTexts(block, lines, origin).some(isNew);
    };
    return blocks.slice(1).some(isMore);
  },
);

function blockContent(
  block: Block,
  lines: readonly Line[],
  origin: number,
  texts: TemplateTexts,
): BlockContent {
  if (block.children.length > 0) {
    return strongest(block.children.map((child) => blockContent(child, lines, origin, texts)));
  }
  if (showsNothing(block)) return isKnownComment(block, texts) ? 'template' : 'nothing';
  const found = blockTexts(block, lines, origin);
  if (found.every((text) => texts.kept.has(text))) return 'kept';
  return found.every((text) => texts.all.has(text) && !isAnswerIn(text, texts)) ? 'template' : 'written';
}

/** True for an answer that the template offers: "None", or "No issues found." that is not addressed to the author. */
function isAnswerIn(text: string, { own }: TemplateTexts): boolean {
  return isAnswer(text) || (opensWithAnswer(text) && !own.has(text));
}

/** The normalized text of a block; of a table, one text per row. */
function blockTexts({ kind, content, start, end }: Block, lines: readonly Line[], origin: number): string[] {
  if (kind !== 'table') return [comparedText(content)];
  return lines.slice(start - origin, end - origin).map(({ text }) => comparedText(text));
}

/** True for a comment of the template to the author, however short; not for one that a tool reads. */
function isKnownComment(block: Block, { own, all }: TemplateTexts): boolean {
  if (!isComment(block)) return false;
  const text = comparedText(block.content);
  return own.has(text) || (all.has(text) && !isDirective(block.content));
}

/** True for blocks that render no text: comments, rules, definitions, empty code, empty containers, empty tags. */
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
/** Tags that render something without text. */
const SHOWN = /<(?:audio|canvas|embed|iframe|img|input|object|picture|svg|video)\b/i;
