/** The proof of a change to a comment: reading the result shows that comment, and everything else as it was. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { isReviewComment } from '../document/reviewMarker';
import type { Block } from '../markdown/markdown';
import { isComment, parseBlocks } from '../markdown/markdown';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import type { LocatedComment } from './read';
import { locateComments } from './read';

/** The document after the edits, if nothing but comments differs; else undefined. */
export function changedOnlyComments(document: Document, edits: readonly TextEdit[]): Document | undefined {
  const after = parseDocument(applyEdits(document.text, edits));
  return skeleton(after) === skeleton(document) ? after : undefined;
}

/** True if the comments are the same but for the one with the id, which may be new. */
export function keepsOtherComments(before: Document, after: Document, id: string): boolean {
  const others = (document: Document): string[] =>
    locateComments(document)
      .filter(({ comment }) => comment.id !== id)
      .map(identity);
  return JSON.stringify(others(before)) === JSON.stringify(others(after));
}

/** What must stay of a comment, wherever it is moved. */
function identity({ comment, found: { inner, isBlock } }: LocatedComment): string {
  return JSON.stringify([comment.id, comment.anchor.state, comment.anchor.text, isBlock, inner.trim()]);
}

/** How Markdown reads a document without its comments, and what else is read of it line by line. */
function skeleton(document: Document): string {
  const { blocks, fields, title, instructions, frontMatter } = document;
  return JSON.stringify([
    blocksOf(blocks),
    fields.map(({ name, value }) => [name, value]),
    title?.text,
    instructions.map(({ start, end }) => end - start),
    frontMatter,
    instructions.length > 0 && blocksOf(asRendered(document)),
  ]);
}

/** The blocks that a renderer sees: it knows no `<instructions>`, which can end a list or leave code below them. */
function asRendered({ lines, frontMatter }: Document): readonly Block[] {
  const top = frontMatter?.end ?? 0;
  return parseBlocks(lines.slice(top).map(({ text }) => text));
}

function blocksOf(blocks: readonly Block[]): unknown[] {
  return blocks
    .filter((block) => !(block.kind === 'html' && isComment(block) && isReviewComment(block.content)))
    .map(({ kind, content, level, ordered, language, box, children }) => [
      kind,
      kind === 'html' ? content.trim() : content,
      level,
      ordered,
      language,
      box?.mark,
      blocksOf(children),
    ]);
}
