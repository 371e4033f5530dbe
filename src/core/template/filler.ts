/** Finds sections whose whole text is filler. */

import type { Section } from '../document/document';
import type { Part } from '../document/parts';
import { PART } from '../document/sections';
import { isBlank, isFiller, opensAsFiller } from '../markdown/filler';
import type { Block } from '../markdown/markdown';
import { saysNothing } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { memoize } from '../query/memoize';
import { isStatusSection } from './keptText';
import { isContentsSection } from './patterns';

/**
 * The text of a section that says nothing but filler, which is empty where its words are all blank; undefined for any
 * other section. A section with a word of its own is none, nor is a status such as "WIP".
 */
export function fillerOf(section: Section): string | undefined {
  const { name } = section.heading;
  if (section.children.length > 0 || isStatusSection(name) || isContentsSection(name)) return undefined;
  return fillerIn(section[PART]);
}

const fillerIn = memoize((part: Part): string | undefined => {
  const leaves = leavesIn(part.blocks.slice(1));
  const [only, ...more] = leaves;
  if (!only || !leaves.every((leaf) => isFillerBlock(leaf, part, more.length === 0))) return undefined;
  const texts = leaves.map(({ kind, content }) => (kind === 'table' ? '' : fold(content)));
  return texts.find((text) => /[^\s[\]()!]/.test(text.replace(/&\w+;/g, ''))) ?? '';
});

function leavesIn(blocks: readonly Block[]): Block[] {
  return blocks
    .filter((block) => !saysNothing(block))
    .flatMap((block) => (block.children.length > 0 ? leavesIn(block.children) : [block]));
}

function isFillerBlock({ kind, content, start, end }: Block, part: Part, isOnly: boolean): boolean {
  if (kind === 'paragraph') return isFiller(content) || (isOnly && opensAsFiller(content));
  if (kind !== 'table') return false;
  const rows = part.lines.slice(start - part.origin + 2, end - part.origin);
  return rows.length > 0 && rows.every(({ text }) => isBlank(text.replaceAll('|', ' ')));
}
