/** Lines that Markdown makes part of a task, although they are meant as the task after it. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import type { Block } from '../markdown/markdown';
import { walkBlocks } from '../markdown/markdown';
import { withoutMark } from '../markdown/marks';
import { columns } from '../plan/items';
import { milestoneLabel, readLabel } from '../plan/labels';
import { bulletsIn } from '../plan/lookalikes';

const LEAD = /^[ \t>]*/;
/** What precedes a title whose list marker, heading mark or box Markdown does not know. */
const BROKEN_MARKS = /^(?:#{1,6}|[-*+•]|\d{1,9}[.)])?[ \t]*(?:\[[^\]]?\])?[ \t]*/;
/** A heading without the blank behind its marks. */
const GLUED_HEADING = /^[ \t]{0,3}#{1,6}(?=[^#\s])/;

/** The first line in a list item that is meant as a task of its own: it looks like one, and is no deeper than the item. */
export function nextTaskInItem(document: Document, item: Block): number | undefined {
  const width = columnOf(document, item.start);
  const tasks = bulletsIn(document, item.children).map(({ range }) => range.start.line);
  const labelled = textLines(item.children).filter((line) => hasLabel(document, line));
  return first(
    [...tasks, ...labelled].filter((line) => line > item.start && columnOf(document, line) <= width),
  );
}

/**
 * The first line below a milestone's heading that is meant as the heading of another one: it has the same word with another
 * number, or a mark that Markdown does not know.
 */
export function nextTaskInSection(document: Document, section: Section): number | undefined {
  const [own, ...inner] = subtree(section).map(({ heading }) => ({
    line: heading.line,
    label: readLabel(withoutMark(heading.text)),
  }));
  const others = inner.filter(
    ({ label }) => label && label.word === own?.label?.word && label.number !== own.label.number,
  );
  const glued = subtree(section)
    .flatMap(({ blocks }) => textLines(blocks))
    .filter((line) => GLUED_HEADING.test(textOf(document, line)) && hasLabel(document, line));
  return first([...others.map(({ line }) => line), ...glued]);
}

function textLines(blocks: readonly Block[]): number[] {
  return [...walkBlocks(blocks)].flatMap(({ kind, start, end }) =>
    kind === 'paragraph' ? Array.from({ length: end - start }, (_, at) => start + at) : [],
  );
}

function hasLabel(document: Document, line: number): boolean {
  const title = textOf(document, line).replace(LEAD, '').replace(BROKEN_MARKS, '');
  return milestoneLabel(title) !== undefined;
}

function columnOf(document: Document, line: number): number {
  return columns(LEAD.exec(textOf(document, line))?.[0] ?? '');
}

function textOf(document: Document, line: number): string {
  return document.lineAt(line)?.text ?? '';
}

function first(lines: readonly number[]): number | undefined {
  return lines.length === 0 ? undefined : Math.min(...lines);
}
