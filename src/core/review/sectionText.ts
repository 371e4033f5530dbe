/** What a section says, as far as boxes need it: its items and sentences, without headings, code and comments. */

import type { Section } from '../document/document';
import { subtree } from '../document/document';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import { isPlain } from '../text/unicode';

/** The minimum number of words of a sentence; in scripts that do not separate words, the fewest letters. */
const [WORDS, LETTERS] = [2, 4];

/** The outermost list items of a section and its sub-sections. */
export function itemsOf(section: Section): readonly Block[] {
  return subtree(section).flatMap(({ blocks }) => outermostItems(blocks));
}

/** The outermost list items among blocks. */
export function outermostItems(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'item') return [block];
    return block.kind === 'list' || block.kind === 'quote' ? outermostItems(block.children) : [];
  });
}

/** True if a section has a list item, a row of a table, or a sentence, however short. */
export function saysSomething(section: Section): boolean {
  return leaves(section).some(({ kind, content }) => kind === 'table' || isSentence(content));
}

function isSentence(text: string): boolean {
  if (!isPlain(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= LETTERS) return true;
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS;
}

/** The text of a section and its sub-sections, one leaf block after the other. Tables are given by `lines`. */
export function textOf(section: Section, lineAt: (line: number) => string): string {
  return leaves(section)
    .map(({ kind, content, start, end }) =>
      kind === 'table'
        ? Array.from({ length: end - start }, (_, at) => lineAt(start + at)).join('\n')
        : content,
    )
    .join('\n');
}

/** The paragraphs and tables of a section and its sub-sections, those in lists and quotes included. */
function leaves(section: Section): Block[] {
  const found: Block[] = [];
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.children.length > 0) walk(block.children);
      else if ((block.kind === 'paragraph' || block.kind === 'table') && !isComment(block)) found.push(block);
    }
  };
  for (const { blocks } of subtree(section)) walk(blocks);
  return found;
}
