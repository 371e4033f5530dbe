/** The links of a document, with ranges. */

import { labelOf } from '../../markdown/inlineMarkdown';
import { collect } from '../../query/collect';
import type { Range } from '../../text/text';
import { moveRange } from '../../text/text';
import type { Document } from '../document';
import { PARSE } from '../document';
import { findsOf } from '../inlineFinds';
import { definitionsOf, labelsIn } from './definitions';

/** A link, an image, or a used link reference definition. */
export interface Link {
  /** The address with Markdown escapes and entities decoded; percent-encoding is kept. */
  readonly target: string;
  /** The range of the address in the source. */
  readonly range: Range;
  /** The label of a definition, in lower case. */
  readonly label?: string;
}

/**
 * All links of a document: first the CommonMark links and images, `<a href>` and `<img src>` in order, then the
 * definitions that a reference uses.
 */
export function readLinks(document: Document): Link[] {
  const parse = document[PARSE];
  const labels = labelsIn(parse);
  const links: Link[] = [];
  const used = new Set<string>();
  collect(parse, findsOf, labels, (find, line) => {
    if (find.kind === 'use') used.add(find.label);
    if (find.kind === 'link') links.push({ target: find.target, range: moveRange(find.range, line) });
  });
  if (used.size === 0) return links;
  collect(parse, definitionsOf, undefined, ({ label, target, range }, line) => {
    // If a label is defined more than once, the first definition counts.
    if (used.delete(label)) links.push({ target, range: moveRange(range, line), label: label.toLowerCase() });
  });
  return links;
}

/** Decodes the percent-encoding of a target; sequences that are not valid UTF-8 stay. */
export function decoded(target: string): string {
  return target.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** True for a text in brackets that is a link, because the document defines its label; also for the label alone. */
export function isReference({ labels }: Document, text: string): boolean {
  if (labels.size === 0) return false;
  const label = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return labels.has(labelOf(label).toLowerCase());
}
