/** The links of a document, with places, and the anchors it offers. */

import { mostTypos } from './distance';
import type { Document } from './document';
import { spanFinder } from './inline';
import { leafRange, leavesOf } from './leaves';
import { isPlain } from './letters';
import type { Part } from './parts';
import { forReadings, NONE } from './readings';
import { readingOfSigns, readSigned, signedLinesOf } from './signs';
import type { Range } from './text';
import { moveRange, range } from './text';

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
const PLAIN = /^[\w -]*$/;
const EXPLICIT_SIGN = /\{#|<a\s/i;
const EXPLICIT = /\{#([^{}\s]+)\}|<a\s+(?:id|name)=["']?([^"'>\s]+)/gi;

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

const linksOf = readingOfSigns((part: Part): readonly Link[] => {
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
const definitionsOf = readingOfSigns((part: Part): readonly Link[] => {
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

/** The anchors of a document and their lines: its headings' slugs as GitHub makes them, and explicit ones. */
export function readAnchors({ layout }: Document): Map<string, number> {
  const anchors = new Map<string, number>();
  const repeated = new Map<string, number>();
  const { parts, starts } = layout;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    const slug = part && slugOf(part, undefined);
    if (slug === undefined) continue;
    let own = slug;
    if (anchors.has(slug)) {
      let count = repeated.get(slug) ?? 1;
      for (own = `${slug}-${count}`; anchors.has(own); own = `${slug}-${count}`) count++;
      repeated.set(slug, count + 1);
    }
    anchors.set(own, starts[at] ?? 0);
  }
  for (const { id, line } of readSigned(layout, explicitAnchors, undefined, moveAnchor))
    anchors.set(id, line);
  return anchors;
}

function moveAnchor({ id, line }: Anchor, by: number): Anchor {
  return { id, line: line + by };
}

/** What links to anchors of the document ask for, decoded, and their lines. */
const anchorsAsked = forReadings(
  (part: Part): readonly { readonly anchor: string; readonly line: number }[] =>
    [...linksOf(part, undefined), ...definitionsOf(part, undefined)].flatMap(({ target, range }) =>
      target.startsWith('#')
        ? [{ anchor: decoded(target.slice(1)).toLowerCase(), line: range.start.line }]
        : [],
    ),
);

/**
 * True if headings may be reworded from what they are in some of the given parts to what they are in others, and every
 * link to an anchor finds what it found: none that leads somewhere starts like one of them, and none that is reported
 * is so long that one of them could be near it.
 */
export function keepsAnchors(
  { layout: { parts, starts } }: Document,
  headings: readonly Part[],
  isReported: (line: number) => boolean,
): boolean {
  const slugs = headings.map((part) => slugOf(part, undefined) ?? '');
  return parts.every((part, at) =>
    anchorsAsked(part, undefined).every(({ anchor, line }) => {
      const broken = isReported(line + (starts[at] ?? 0));
      return slugs.every((slug) =>
        broken ? slug.length > anchor.length + mostTypos(anchor) : !anchor.startsWith(slug),
      );
    }),
  );
}

/** Not compared, for two headings that differ are looked at by `keepsAnchors`. */
const slugOf = forReadings(({ heading, blocks }: Part) => heading && githubSlug(blocks[0]?.content ?? ''));

interface Anchor {
  readonly id: string;
  readonly line: number;
}

const explicitAnchors = readingOfSigns((part: Part): readonly Anchor[] => {
  const anchors: Anchor[] = [];
  for (const line of signedLinesOf(part, undefined)) {
    const text = part.lines[line]?.text ?? '';
    if (!EXPLICIT_SIGN.test(text)) continue;
    for (const match of text.matchAll(EXPLICIT)) anchors.push({ id: match[1] ?? match[2] ?? '', line });
  }
  return anchors.length === 0 ? NONE : anchors;
});

/** GitHub's anchor for a heading: lower case, blanks to dashes, everything but letters, digits, - and _ dropped. */
export function githubSlug(heading: string): string {
  const text = heading.includes('](') ? heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1') : heading;
  const slug = text.trim().toLowerCase();
  if (PLAIN.test(slug)) return slug.replaceAll(' ', '-');
  const kept = isPlain(slug)
    ? slug.replace(/[^\w -]/g, '')
    : slug.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '');
  return kept.replaceAll(' ', '-');
}
