/** The links of a document, with places, and the anchors it offers. */

import type { Document } from './document';
import { inlineSpans } from './inline';
import { leafRange, readLeaves } from './leaves';
import type { Range } from './text';

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
const LABEL = /^ {0,3}\[([^\]\n]+)\]:/;
const EXPLICIT = /\{#([^{}\s]+)\}|<a\s+(?:id|name)=["']?([^"'>\s]+)/gi;

/** Inline links, images and reference definitions outside code and comments, in order. */
export function readLinks(document: Document): Link[] {
  const links: Link[] = [];
  for (const leaf of readLeaves(document)) {
    if (leaf.code || !leaf.text.includes('](')) continue;
    const hidden = inlineSpans(leaf.text).filter((span) => span.kind === 'code' || span.kind === 'comment');
    for (const match of leaf.text.matchAll(INLINE)) {
      const target = match[1] ?? match[2] ?? '';
      const start = match.index + match[0].length - target.length - (match[1] === undefined ? 0 : 1);
      if (hidden.some((span) => span.start < start && start < span.end)) continue;
      links.push({ target, range: leafRange(leaf, start, start + target.length) });
    }
  }
  return [...links, ...definitions(document)];
}

/** Markdown makes no block of a definition, so it is looked for on the lines that are in no block. */
function definitions(document: Document): Link[] {
  const covered = new Set<number>();
  for (const { start, end } of [...document.blocks, ...document.instructions]) {
    for (let line = start; line < end; line++) covered.add(line);
  }
  return document.lines.flatMap(({ text }, line) => {
    const match = covered.has(line) ? null : DEFINITION.exec(text);
    const target = match?.[2] ?? match?.[3];
    if (!match || target === undefined) return [];
    const start = text.indexOf(target, text.indexOf(']:'));
    return [
      {
        target,
        label: match[1]?.toLowerCase() ?? '',
        range: { start: { line, character: start }, end: { line, character: start + target.length } },
      },
    ];
  });
}

/** The labels that the document defines links for, in lower case. */
export function readLabels(document: Document): Set<string> {
  return new Set(document.lines.flatMap(({ text }) => LABEL.exec(text)?.[1]?.toLowerCase() ?? []));
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
  document.lines.forEach(({ text }, line) => {
    for (const match of text.matchAll(EXPLICIT)) anchors.set(match[1] ?? match[2] ?? '', line);
  });
  return anchors;
}

/** GitHub's anchor for a heading: lower case, blanks to dashes, everything but letters, digits, - and _ dropped. */
export function githubSlug(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}
