/** Lines of a plan that a person takes for a task or a milestone, and that the plan as it is read leaves out. */

import type { Document, Section } from '../document/document';
import { subtree } from '../document/document';
import { isReference } from '../document/links/links';
import type { Block } from '../markdown/markdown';
import { isComment, openingOf, walkBlocks } from '../markdown/markdown';
import type { Outline } from '../outline/outline';
import { memoize } from '../query/memoize';
import type { Range, TextEdit } from '../text/text';
import { lineStart, range } from '../text/text';
import { opensWithLetter } from '../text/unicode';
import type { PlanFormat } from './format';
import { allTasks, readSteps } from './tasks';
import { unreadMilestones } from './unreadMilestones';

/** A line that looks like a task or a milestone. */
export interface Lookalike {
  /**
   * `bullet`: a box whose bullet is missing, glued to it or unknown to Markdown; `box`: a box that GFM does not know;
   * `word`: a word in place of a box; `mark`: a box with another mark, which the plan reads as a task that is not done;
   * `html`: a list inside a block of HTML; `milestone`: a heading that is named like a milestone.
   */
  readonly kind: 'bullet' | 'box' | 'word' | 'mark' | 'html' | 'milestone';
  readonly range: Range;
  /** The text in the range. */
  readonly found: string;
  /** The edit that makes the line a task; undefined if the right one is unknown. */
  readonly edit?: TextEdit;
}

/** A list marker without a space before a box, which Markdown parses as a paragraph. */
const GLUED = /^([ \t>]*)((?:[-*+]|\d{1,9}[.)]))(\[[ \txX]?\])[ \t]*(?=\S)/;
/** A box without a bullet, or after a bullet that Markdown does not know. */
const BARE = /^([ \t>]*)(?:[•◦▪‣·–—−][ \t]*)?(\[[ \txX]\](?=[ \t])|［[\sxXｘＸ]?］|[☐☑☒])[ \t]*(?=\S)/u;
/** A box that is empty, padded, or not followed by a space, or one of other characters. */
const BROKEN_BOX =
  /^\[(?:[ \t]*|[ \t]+[xX][ \t]*|[xX][ \t]+)\](?=[ \t]|$)|^\[[ \txX]\](?=[^\s([:])|^(?:［[\sxXｘＸ]?］|[☐☑☒])(?=[ \t]*\S)/u;
/** A word in place of a box, but not a link. */
const WORD_BOX = /^\[([^\][\n]{1,24})\](?=[ \t]+\S)/;
/** A task in the source of a block of HTML. */
const IN_HTML = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ \txX]\][ \t]+(?=\S)/;
/** HTML whose content is shown as it is. */
const VERBATIM = /^<(?:pre|script|style|textarea|code)\b/i;
const DONE = /[xXｘＸ☑]/u;
/** A box with a cross, which means done to some and rejected to others. */
const CROSSED = '☒';

/** The lookalikes in the sections of a plan, in the order of their lines. */
export function lookalikesIn(
  document: Document,
  sections: readonly Section[],
  outline?: Outline,
): readonly Lookalike[] {
  const found = sections.flatMap((section) => [
    ...tasksOf(section, document),
    ...unreadMilestones(section, outline).map(
      ({ text, range }): Lookalike => ({ kind: 'milestone', range, found: text }),
    ),
  ]);
  return found.sort((a, b) => a.range.start.line - b.range.start.line);
}

/** Memoized, because the plan and a rule need them. */
const tasksOf = memoize((section: Section, document: Document): readonly Lookalike[] => [
  ...tasksIn(
    document,
    subtree(section).flatMap((part) => part.blocks),
  ),
]);

/** The lookalikes in blocks of a file with a format, without the tasks that only this format knows. */
export function lookalikesAmong(
  document: Document,
  blocks: readonly Block[],
  format: PlanFormat,
): readonly Lookalike[] {
  const read = new Set([...allTasks(readSteps(blocks, format))].map(({ line }) => line));
  return [...tasksIn(document, blocks)].filter(({ range }) => !read.has(range.start.line));
}

/** The lines in blocks that are tasks with a broken bullet, so that Markdown makes them a part of the text before. */
export function bulletsIn(document: Document, blocks: readonly Block[]): readonly Lookalike[] {
  return [...tasksIn(document, blocks)].filter(({ kind }) => kind === 'bullet');
}

function* tasksIn(document: Document, blocks: readonly Block[]): Generator<Lookalike> {
  const hasTasks = [...walkBlocks(blocks)].some((block) => block.box?.task);
  for (const block of walkBlocks(blocks)) {
    if (block.kind === 'paragraph') yield* inParagraph(document, block);
    if (block.kind === 'html') yield* inHtml(document, block);
    if (block.kind === 'item') yield* inItem(document, block, hasTasks);
  }
}

function* inParagraph(document: Document, { start, end }: Block): Generator<Lookalike> {
  for (let line = start; line < end; line++) {
    const text = document.lineAt(line)?.text ?? '';
    const [glued, lead = '', marker = '', box = ''] = GLUED.exec(text) ?? [];
    if (glued !== undefined) yield bullet(line, lead.length, glued, box, marker);
    const [bare, indent = '', sign = ''] = BARE.exec(text) ?? [];
    if (bare !== undefined) yield bullet(line, indent.length, bare, sign, '-');
  }
}

/** The lookalike from a column of a line to the end of `whole`, which ends with a box and the blanks after it. */
function bullet(line: number, start: number, whole: string, box: string, marker: string): Lookalike {
  const end = whole.trimEnd().length;
  const edit = { range: range(line, start, line, whole.length), newText: `${marker} ${boxFor(box)} ` };
  return {
    kind: 'bullet',
    range: range(line, start, line, end),
    found: whole.slice(start, end),
    ...(box !== CROSSED && { edit }),
  };
}

function boxFor(found: string): string {
  return DONE.test(found) ? '[x]' : '[ ]';
}

/** A list directly below a tag belongs to the block of HTML; below a blank line it is a list. */
function* inHtml(document: Document, block: Block): Generator<Lookalike> {
  if (isComment(block) || VERBATIM.test(block.content.trimStart())) return;
  let isFirst = true;
  for (let line = block.start; line < block.end; line++) {
    const found = IN_HTML.exec(document.lineAt(line)?.text ?? '')?.[0].trimEnd();
    if (found === undefined) continue;
    const start = found.length - found.trimStart().length;
    yield {
      kind: 'html',
      range: range(line, start, line, found.length),
      found: found.trimStart(),
      ...(isFirst && { edit: { range: lineStart(line), newText: document.ending } }),
    };
    isFirst = false;
  }
}

function* inItem(document: Document, item: Block, hasTasks: boolean): Generator<Lookalike> {
  const first = openingOf(item.children);
  if (first?.kind !== 'paragraph' || item.box?.task) return;
  const content = first.content.split('\n', 1)[0] ?? '';
  // A box without text is probably still being typed.
  if (/^\[[ \txX]?\]$/.test(content)) return;
  const broken = BROKEN_BOX.exec(content)?.[0];
  const word = broken === undefined && hasTasks ? wordBox(document, content) : null;
  const found = broken ?? word?.[0];
  if (found === undefined) return;
  const line = first.start;
  const column = (document.lineAt(line)?.text.trimEnd().length ?? 0) - content.trimEnd().length;
  const place = range(line, column, line, column + found.length);
  if (word && !opensWithLetter(word[1] ?? '')) {
    yield { kind: 'mark', range: place, found };
    return;
  }
  const gap = /^[ \t]?$/.test(content.charAt(found.length)) ? '' : ' ';
  const edit = { range: place, newText: `${word ? `[ ] ${found}` : boxFor(found)}${gap}` };
  yield { kind: word ? 'word' : 'box', range: place, found, ...(found !== CROSSED && { edit }) };
}

/** Matches a word in place of a box, but no footnote, link reference or tag of up to three capitals. */
function wordBox(document: Document, content: string): RegExpExecArray | null {
  const match = WORD_BOX.exec(content);
  const word = match?.[1] ?? '';
  const isTag = word.startsWith('^') || /^[A-Z][A-Z0-9]{0,2}$/.test(word);
  return isTag || isReference(document, word) ? null : match;
}
