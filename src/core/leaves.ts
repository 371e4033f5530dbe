/** The visible text of a document, leaf by leaf, with places: what a search for words or tokens runs over. */

import type { Document } from './document';
import type { Block } from './markdown';
import { isComment } from './markdown';
import type { Range } from './text';
import { range } from './text';

export interface Leaf {
  /** The source of the leaf's lines, joined with `\n`. */
  readonly text: string;
  /** The document's line on which it starts. */
  readonly line: number;
  readonly block: Block;
  /** The whole leaf is code. */
  readonly code: boolean;
}

/** Headings, paragraphs, table rows, code and HTML in order; comments are no text. */
export function* readLeaves(document: Document, blocks: readonly Block[] = document.blocks): Generator<Leaf> {
  for (const block of blocks) {
    if (block.children.length > 0) yield* readLeaves(document, block.children);
    else if (block.kind === 'table') {
      // A code span ends at its cell, so rows are read one by one.
      for (let line = block.start; line < block.end; line++) yield leafOf(document, block, line, line + 1);
    } else if (!isComment(block)) yield leafOf(document, block, block.start, block.end);
  }
}

function leafOf(document: Document, block: Block, start: number, end: number): Leaf {
  const text = document.lines
    .slice(start, end)
    .map((line) => line.text)
    .join('\n');
  return { text, line: start, block, code: block.kind === 'code' };
}

/** The range of `leaf.text.slice(start, end)` in the document. */
export function leafRange(leaf: Leaf, start: number, end: number): Range {
  const from = place(leaf, start);
  const to = place(leaf, end);
  return range(from.line, from.character, to.line, to.character);
}

function place(leaf: Leaf, offset: number): { line: number; character: number } {
  const before = leaf.text.slice(0, offset).split('\n');
  return { line: leaf.line + before.length - 1, character: before.at(-1)?.length ?? 0 };
}
