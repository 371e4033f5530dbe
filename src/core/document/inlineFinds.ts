/** Finds the links, link references and ids in the inline text of a part, in one pass. */

import { tagsIn } from '../markdown/htmlTags';
import { inlineSpans } from '../markdown/inline';
import { scanInline, withoutEntities } from '../markdown/inlineMarkdown';
import type { Block } from '../markdown/markdown';
import { simpleLinks } from '../markdown/simpleLinks';
import { NONE } from '../query/collect';
import type { Range } from '../text/text';
import type { InlineText } from './inlineText';
import { inlineTextsOf, rangeIn } from './inlineText';
import { footnoteTexts } from './links/definitions';
import type { Part } from './parts';
import { candidateLines, prefiltered } from './prefilter';

/** A link, a link reference or an id. Lines count from the first line of the part. */
export type InlineFind =
  /** A link or image with its own address, with escapes and entities decoded, and the range of the address. */
  | { readonly kind: 'link'; readonly target: string; readonly range: Range }
  /** A link or image that refers to a definition by its normalized label. */
  | { readonly kind: 'use'; readonly label: string }
  /** An explicit id: in HTML if `html` is true, else in an attribute list, which GitHub does not support. */
  | { readonly kind: 'id'; readonly id: string; readonly html: boolean; readonly line: number };

const HTML_CANDIDATE = /\b(?:href|src|id|name)\s*=/i;
const LIST_CANDIDATE = /\{[^{}]{0,200}(?:#|\bid=)/;
/** An attribute list: `{#id}`, `{ #id .class }`, `{: #id }`, `{: id="id" }`, or in MDX a comment with an id. */
const ATTRIBUTE_LIST = /\{([^{}\n]{1,200})\}/g;
const LISTED_ID = /(?:^|[\s:*])(?:#|id=["']?)([^\s{}"'*]+)/;

/** The links, link references and ids of a part. `labels` lists the defined link labels, one per line. */
export const findsOf = prefiltered((part: Part, labels: string): readonly InlineFind[] => {
  const finds: InlineFind[] = [];
  const mayMatch = candidateFinder(part);
  const mayHold = (content: string): boolean =>
    content.includes('](') ||
    (labels !== '' && content.includes('[')) ||
    (content.includes('<') && HTML_CANDIDATE.test(content)) ||
    (content.includes('{') && LIST_CANDIDATE.test(content));
  for (const block of part.allBlocks) {
    if (block.children.length > 0 || !mayMatch(block)) continue;
    const isFootnote = block.kind === 'definition';
    for (const text of isFootnote ? footnoteTexts(part, block) : inlineTextsOf(part, block, mayHold)) {
      if (block.kind === 'html') htmlFinds(text, finds);
      else textFinds(text, labels, finds);
    }
  }
  return finds.length === 0 ? NONE : finds;
});

/** Creates a function that returns whether a block has a candidate line. It must be called in the order of blocks. */
function candidateFinder(part: Part): (block: Block) => boolean {
  const candidates = candidateLines(part);
  let next = 0;
  return (block) => {
    while ((candidates[next] ?? Number.POSITIVE_INFINITY) < block.start - part.origin) next++;
    return (candidates[next] ?? Number.POSITIVE_INFINITY) < block.end - part.origin;
  };
}

function textFinds(text: InlineText, labels: string, finds: InlineFind[]): void {
  const { content } = text;
  const tagged = content.includes('<') && HTML_CANDIDATE.test(content);
  if (tagged || content.includes('](') || (labels !== '' && content.includes('['))) {
    const simple = tagged ? undefined : simpleLinks(content, labels);
    const { links, uses, tags } = simple
      ? { links: simple, uses: NONE, tags: NONE }
      : scanInline(content, labels);
    for (const { target, start, end } of links)
      finds.push({ kind: 'link', target, range: rangeIn(text, start, end) });
    for (const label of uses) finds.push({ kind: 'use', label });
    for (const tag of tags) htmlFinds(shifted(text, tag.start, tag.text), finds);
  }
  if (content.includes('{') && LIST_CANDIDATE.test(content)) listedIds(text, finds);
}

function listedIds(text: InlineText, finds: InlineFind[]): void {
  const { content } = text;
  const code = content.includes('`') ? inlineSpans(content).filter(({ kind }) => kind === 'code') : NONE;
  for (const { 0: list, 1: inner = '', index } of content.matchAll(ATTRIBUTE_LIST)) {
    const id = LISTED_ID.exec(inner)?.[1];
    if (id === undefined || code.some(({ start, end }) => start < index && index + list.length < end))
      continue;
    finds.push({ kind: 'id', id, html: false, line: text.place(index).line });
  }
}

function shifted(text: InlineText, by: number, content: string): InlineText {
  return { content, place: (offset) => text.place(by + offset) };
}

function htmlFinds(text: InlineText, finds: InlineFind[]): void {
  if (!HTML_CANDIDATE.test(text.content)) return;
  for (const { name: tag, attributes } of tagsIn(text.content)) {
    for (const { name, value, start } of attributes) {
      if (value.includes('\n') || value === '') continue;
      if (name === 'id' || name === 'name') {
        const { line } = text.place(start);
        finds.push({ kind: 'id', id: withoutEntities(value), html: name === 'id' || tag === 'a', line });
      } else if ((name === 'href' && tag === 'a') || (name === 'src' && tag === 'img')) {
        const range = rangeIn(text, start, start + value.length);
        finds.push({ kind: 'link', target: withoutEntities(value), range });
      }
    }
  }
}
