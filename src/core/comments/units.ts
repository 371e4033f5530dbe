/**
 * The blocks that a comment can be about: headings, paragraphs, code, tables and so on, those of list items too. A block
 * quote is one unit, and so is the front matter. What is not rendered by intent, a comment, is none.
 */

import type { Document } from '../document/document';
import { PARSE } from '../document/document';
import type { Part } from '../document/parts';
import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { isComment, openingOf } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { collect } from '../query/collect';
import { memoize } from '../query/memoize';
import { partitionPoint } from '../text/binarySearch';
import { digest } from '../text/digest';

/** A block that a comment can be about, on the lines from `start` to `end` (exclusive). */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** The text that counts: without the box of a task, comments, and a table's rule, with white space folded. */
  readonly text: string;
  readonly digest: string;
  /** It stands in a list. */
  readonly inList: boolean;
}

/** The digest of a block's text, as comments store it. */
export function shortDigest(text: string): string {
  return digest(text).slice(-8);
}

/** All units of a document, in order. */
export const unitsOf = memoize((document: Document): readonly Unit[] => {
  const units = collect(document[PARSE], unitsIn, undefined, (unit, by) => ({
    ...unit,
    start: unit.start + by,
    end: unit.end + by,
  }));
  const { frontMatter } = document;
  if (!frontMatter) return units;
  const { start, end } = frontMatter;
  const lines = Array.from({ length: end - start }, (_, at) => document.lineAt(start + at)?.text ?? '');
  return [unitOf(start, end, lines.join('\n'), false), ...units];
});

/** The indices of the units with each digest. */
export const unitsByDigest = memoize((units: readonly Unit[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  for (const [at, { digest: own }] of units.entries()) {
    const indices = found.get(own);
    if (indices) indices.push(at);
    else found.set(own, [at]);
  }
  return found;
});

/** The index of the last unit that starts on a line or above it; -1 if there is none. */
export function unitAt(units: readonly Unit[], line: number): number {
  return partitionPoint(units.length, (at) => (units[at]?.start ?? 0) <= line) - 1;
}

/** The units of a part. Lines count from its first line. */
const unitsIn = memoize((part: Part): readonly Unit[] => {
  const units: Unit[] = [];
  addUnits(part, part.blocks, false, units);
  return units;
});

function addUnits(part: Part, blocks: readonly Block[], inList: boolean, units: Unit[]): void {
  for (const block of blocks) {
    if (block.kind === 'list') for (const item of block.children) addItem(part, item, units);
    else if (!isComment(block)) {
      units.push(unitOf(block.start - part.origin, block.end - part.origin, textOf(part, block), inList));
    }
  }
}

function addItem(part: Part, item: Block, units: Unit[]): void {
  const opening = item.box && openingOf(item.children);
  for (const child of item.children) {
    if (child !== opening) addUnits(part, [child], true, units);
    else {
      const text = withoutComments(item.box?.text ?? '');
      units.push(unitOf(child.start - part.origin, child.end - part.origin, text, true));
    }
  }
}

function unitOf(start: number, end: number, text: string, inList: boolean): Unit {
  const folded = fold(text);
  return { start, end, text: folded, digest: shortDigest(folded), inList };
}

function textOf(part: Part, block: Block): string {
  const { kind, content, children } = block;
  switch (kind) {
    case 'heading':
    case 'paragraph':
      return withoutComments(content);
    case 'html':
      return content.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    case 'code':
      return content;
    case 'table':
      return tableText(sourceOf(part, block));
    case 'rule':
    case 'definition':
      return sourceOf(part, block).join('\n');
    default:
      return children.map((child) => textOf(part, child)).join('\n');
  }
}

function sourceOf({ lines, origin }: Part, { start, end }: Block): string[] {
  return lines.slice(start - origin, end - origin).map(({ text }) => text);
}

/** The cells of a table, whatever their alignment and padding. */
function tableText([head = '', , ...rows]: readonly string[]): string {
  const cells = (row: string): string => withoutComments(row).split('|').map(fold).join(' | ');
  return [head, ...rows].map(cells).join('\n');
}
