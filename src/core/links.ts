/** The links of a document, with places, and the anchors it offers. */

import type { Document } from './document';
import { spanFinder } from './inline';
import { leafRange } from './leaves';
import type { Range } from './text';
import { range } from './text';

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
const EXPLICIT_SIGN = /\{#|<a\s/i;
const EXPLICIT = /\{#([^{}\s]+)\}|<a\s+(?:id|name)=["']?([^"'>\s]+)/gi;

/** Inline links, images and reference definitions outside code and comments, in order. */
export function readLinks(document: Document): Link[] {
  const links: Link[] = [];
  for (const leaf of document.leaves) {
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
  return [...links, ...definitions(document)];
}

/** Markdown makes no block of a definition, so it is looked for on the lines that are in no block. */
function definitions({ text: whole, lines, blocks, instructions }: Document): Link[] {
  if (!whole.includes(']:')) return [];
  const covered = new Set<number>();
  for (const { start, end } of [...blocks, ...instructions]) {
    for (let line = start; line < end; line++) covered.add(line);
  }
  return lines.flatMap(({ text }, line) => {
    const match = covered.has(line) || !text.includes(']:') ? null : DEFINITION.exec(text);
    const target = match?.[2] ?? match?.[3];
    if (!match || target === undefined) return [];
    const start = text.indexOf(target, text.indexOf(']:'));
    const label = match[1]?.toLowerCase() ?? '';
    return [{ target, label, range: range(line, start, line, start + target.length) }];
  });
}

/** The labels that the document defines links for, in lower case. */
export function readLabels({ labels }: Document): ReadonlySet<string> {
  return labels;
}

/** The anchors of a document and their lines: its headings' slugs as GitHub makes them, and explicit ones. */
export function readAnchors(document: Document): Map<string, number> {
  const anchors = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { content, start } of document.blocks.filter((block) => block.kind === 'heading')) {
    const slug = githubSlug(content);
    let count = taken.get(slug) ?? 0;
    let own = count === 0 ? slug : `${slug}-${count}`;
    while (anchors.has(own)) own = `${slug}-${++count}`;
    taken.set(slug, count + 1);
    anchors.set(own, start);
  }
  if (!EXPLICIT_SIGN.test(document.text)) return anchors;
  document.lines.forEach(({ text }, line) => {
    if (!EXPLICIT_SIGN.test(text)) return;
    for (const match of text.matchAll(EXPLICIT)) anchors.set(match[1] ?? match[2] ?? '', line);
  });
  return anchors;
}

/** GitHub's anchor for a heading: lower case, blanks to dashes, everything but letters, digits, - and _ dropped. */
export function githubSlug(heading: string): string {
  const text = heading.includes('](') ? heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1') : heading;
  const slug = text.trim().toLowerCase();
  // Classes of Unicode are several times slower to match than plain ones.
  const kept = /^[ -~]*$/.test(slug)
    ? slug.replace(/[^\w -]/g, '')
    : slug.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '');
  return kept.replace(/ /g, '-');
}
