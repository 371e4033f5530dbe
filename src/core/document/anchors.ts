/** The anchors of a document, which links lead to: its headings' slugs as GitHub makes them, and explicit ones. */

import { mostTypos } from '../text/distance';
import { isPlain } from '../text/letters';
import type { Document } from './document';
import { decoded, definitionsOf, linksOf } from './links';
import type { Part } from './parts';
import { forReadings, NONE } from './readings';
import { readingOfSigns, readSigned, signedLinesOf } from './signs';

const PLAIN = /^[\w -]*$/;
const EXPLICIT_SIGN = /\{#|<a\s/i;
const EXPLICIT = /\{#([^{}\s]+)\}|<a\s+(?:id|name)=["']?([^"'>\s]+)/gi;
/** GitHub tells headings of one name apart by numbers. */
const NUMBERED = /^(.*)-\d+$/;

/** Which of the anchors that are asked for a document has. */
export function presentAnchors(document: Document, asked: ReadonlySet<string>): ReadonlySet<string> {
  const names = anchorNames(document);
  const present = new Set<string>();
  for (const name of names) if (asked.has(name)) present.add(name);
  const numbered = [...asked].filter((anchor) => !present.has(anchor) && NUMBERED.test(anchor));
  if (numbered.length === 0) return present;
  const all = readAnchors(document);
  for (const anchor of numbered) if (all.has(anchor)) present.add(anchor);
  return present;
}

/** The anchors of a document without the numbers that GitHub gives; some may be there twice. */
export function anchorNames({ layout }: Document): readonly string[] {
  const names = readSigned(layout, explicitAnchors, undefined, ({ id }) => id);
  for (const part of layout.parts) {
    const slug = slugOf(part, undefined);
    if (slug !== undefined) names.push(slug);
  }
  return names;
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

/** What links to anchors of the document ask for, decoded and in lower case. */
const anchorsAsked = forReadings((part: Part): readonly Anchor[] => {
  const asked: Anchor[] = [];
  for (const { target, range } of [...linksOf(part, undefined), ...definitionsOf(part, undefined)]) {
    if (!target.startsWith('#')) continue;
    asked.push({ id: decoded(target.slice(1)).toLowerCase(), line: range.start.line });
  }
  return asked.length === 0 ? NONE : asked;
});

/**
 * True if headings may be reworded from what they are in some of the given parts to what they are in others, and every
 * link to an anchor finds what it found: none that leads somewhere starts like one of them, and none that is reported
 * is so long that one of them could be near it.
 */
export function keepsAnchors(
  { layout }: Document,
  headings: readonly Part[],
  isReported: (line: number) => boolean,
): boolean {
  const slugs = headings.map((part) => slugOf(part, undefined) ?? '');
  return readSigned(layout, anchorsAsked, undefined, moveAnchor).every(({ id: anchor, line }) => {
    const broken = isReported(line);
    return slugs.every((slug) =>
      broken ? slug.length > anchor.length + mostTypos(anchor) : !anchor.startsWith(slug),
    );
  });
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
