/** Marks of a template's sections in comments above or below their headings, and directives. */

import type { Document, Section } from '../document/document';
import { isReviewComment } from '../document/reviewMarker';
import type { Block } from '../markdown/markdown';
import { isComment } from '../markdown/markdown';
import type { Requirement } from '../markdown/marks';
import { findMark, readMark } from '../markdown/marks';
import { memoize } from '../query/memoize';
import { isMeantToStay } from './keptText';
import { opensOptional } from './templateText';

const DIRECTIVE = /^<!--\s*design-docs:\s*([a-z-]+)([\s\S]*)-->$/;
const COMMENT = /^<!---?([\s\S]*?)-?-->$/;

/** An index of blocks and sections by line, because there may be many of both. */
const placesOf = memoize(({ blocks, sections }: Document) => {
  /** The number of blocks that end at or above the line on which a section starts. */
  const above = new Map<number, number>();
  let count = 0;
  for (const { start } of sections) {
    while ((blocks[count]?.end ?? Number.POSITIVE_INFINITY) <= start) count++;
    above.set(start, count);
  }
  const opening = new Set(sections.flatMap((section) => section.blocks[0] ?? []));
  return { above, opening, starts: new Set(sections.map(({ start }) => start)) };
});

/** The comments directly above a section's heading, nearest first. */
function commentsAbove(document: Document, section: Section): Block[] {
  const comments: Block[] = [];
  for (let at = (placesOf(document).above.get(section.start) ?? 0) - 1; at >= 0; at--) {
    const block = document.blocks[at];
    if (block?.kind !== 'html') break;
    comments.push(block);
  }
  return comments;
}

/** The requirement of a section by its heading, a directive or comment, or its first words; undefined if unmarked. */
export function markOf(document: Document, section: Section): Requirement | undefined {
  const own = findMark(section.heading.text)?.requirement;
  if (own) return own;
  for (const { name, value } of directives(document, section)) {
    const mark = readMark(`${name} ${value}`);
    if (mark) return mark;
  }
  const comment = markCommentOf(document, section);
  if (comment) return commentMark(comment);
  return guidanceOpenings(section).some(opensOptional) ? { kind: 'optional' } : undefined;
}

/** The first comment to the author, if it precedes all text, and the first text. */
function guidanceOpenings({ blocks }: Section): string[] {
  const guidance = blocks.filter(mayOpenGuidance);
  const openings = [guidance[0], guidance.find(({ kind }) => kind !== 'html')];
  return openings.flatMap((block) => (block?.kind === 'quote' ? block.children[0] : block)?.content ?? []);
}

/** True for text, and for a comment to the author: no mark, no directive, no comment of a tool. */
function mayOpenGuidance(block: Block): boolean {
  if (block.kind !== 'html') return block.kind !== 'definition';
  return isComment(block) && !isMarkComment(block) && !directiveOf(block) && !isMeantToStay(block.content);
}

/**
 * The comment that marks a section: above its heading, or at its start. A comment at the start of a section with a
 * blank line after it belongs to that section, not to the next heading.
 */
function markCommentOf(document: Document, section: Section): Block | undefined {
  const [own] = section.blocks;
  const above = commentsAbove(document, section).find(isMarkComment);
  const { opening, starts } = placesOf(document);
  if (above && (above.end === section.start || !opening.has(above))) return above;
  const touchesNext = own !== undefined && starts.has(own.end);
  return own && isMarkComment(own) && !touchesNext ? own : undefined;
}

/** True for a block that is a comment whose whole text is a mark. */
export function isMarkComment(block: Block): boolean {
  return block.kind === 'html' && commentMark(block) !== undefined;
}

/** True for the source of a comment whose whole text is a mark. */
export function isMark(comment: string): boolean {
  return markIn(comment) !== undefined;
}

function commentMark(block: Block): Requirement | undefined {
  return markIn(block.content.trim());
}

function markIn(comment: string): Requirement | undefined {
  const words = COMMENT.exec(comment)?.[1]?.trim();
  if (words === undefined) return undefined;
  return readMark(words) ?? (opensOptional(words) && words.length < 90 ? { kind: 'optional' } : undefined);
}

/** The directive in a comment; undefined for any other block. */
export function directiveOf(block: Block): { name: string; value: string } | undefined {
  const match = block.kind === 'html' ? DIRECTIVE.exec(block.content.trim()) : null;
  return match ? { name: match[1] ?? '', value: (match[2] ?? '').trim() } : undefined;
}

/** The directives directly above a section's heading, nearest first. */
export function directives(document: Document, section: Section): { name: string; value: string }[] {
  const comments = commentsAbove(document, section).filter(({ content }) => !isReviewComment(content));
  return comments.flatMap((block) => directiveOf(block) ?? []);
}

/**
 * The requirement of unmarked sections: optional if other sections are required, required if the marked ones are all
 * something else, recommended if no section is marked.
 */
export function unmarkedRequirement(marks: readonly (Requirement | undefined)[]): Requirement {
  if (marks.some((mark) => mark?.kind === 'required')) return { kind: 'optional' };
  return { kind: marks.some(Boolean) ? 'required' : 'recommended' };
}
