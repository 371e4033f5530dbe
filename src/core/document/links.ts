/** The links of a document, with places. */

import { spanFinder } from '../markdown/inline';
import type { Range } from '../text/text';
import { moveRange, range } from '../text/text';
import type { Document } from './document';
import { leafRange, leavesOf } from './leaves';
import type { Part } from './parts';
import { NONE } from './readings';
import { readingOfSigns, readSigned, signedLinesOf } from './signs';

export interface Link {
  /** The destination as written, angle brackets and title taken off. */
  readonly target: string;
  /** Where the destination stands. */
  readonly range: Range;
  /** The label of a definition, in lower case. */
  readonly label?: string;
}

/** A link's title is short; a bound on it keeps the search linear in hostile text. */
const INLINE =
  /\]\([ \t]*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))(?=[ \t]*(?:["'(][^\n]{0,300})?\))/g;
const DEFINITION = /^ {0,3}\[([^\]\n]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/;

/** Inline links, images and reference definitions outside code and comments, in order. */
export function readLinks({ layout, instructions }: Document): Link[] {
  const links = readSigned(layout, linksOf, undefined, moveLink);
  const definitions = readSigned(layout, definitionsOf, undefined, moveLink).filter(
    ({ range: { start } }) =>
      !instructions.some((region) => start.line >= region.start && start.line < region.end),
  );
  return [...links, ...definitions];
}

function moveLink(link: Link, by: number): Link {
  return by === 0 ? link : { ...link, range: moveRange(link.range, by) };
}

export const linksOf = readingOfSigns((part: Part): readonly Link[] => {
  const links: Link[] = [];
  for (const leaf of leavesOf(part, undefined)) {
    if (leaf.code || !leaf.text.includes('](')) continue;
    const spanAt = spanFinder(leaf.spans.filter(({ kind }) => kind === 'code' || kind === 'comment'));
    for (const match of leaf.text.matchAll(INLINE)) {
      const target = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].length - target.length - (match[1] === undefined ? 0 : 1);
      const span = spanAt(start);
      if (span && span.start < start) continue;
      links.push({ target, range: leafRange(leaf, start, start + target.length) });
    }
  }
  return links.length === 0 ? NONE : links;
});

/** Markdown makes no block of a definition, so it is looked for on the lines that are in no block. */
export const definitionsOf = readingOfSigns((part: Part): readonly Link[] => {
  const { lines, origin, blocks } = part;
  const links: Link[] = [];
  let at = 0;
  for (const line of signedLinesOf(part, undefined)) {
    while ((blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= line + origin) at++;
    if ((blocks[at]?.start ?? Number.POSITIVE_INFINITY) <= line + origin) continue;
    const text = lines[line]?.text ?? '';
    const match = DEFINITION.exec(text);
    const target = match?.[2] ?? match?.[3];
    if (!match || target === undefined) continue;
    const start = text.indexOf(target, text.indexOf(']:'));
    const label = match[1]?.toLowerCase() ?? '';
    links.push({ target, label, range: range(line, start, line, start + target.length) });
  }
  return links.length === 0 ? NONE : links;
});

/** A target with its escapes read. */
export function decoded(target: string): string {
  if (!target.includes('%')) return target;
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray percent sign is no escape: the target is meant as it stands.
    return target;
  }
}

/** The labels that the document defines links for, in lower case. */
export function readLabels({ labels }: Document): ReadonlySet<string> {
  return labels;
}
