/** The links of a document, with places. */

import { collect } from '../query/collect';
import type { Range } from '../text/text';
import { moveRange } from '../text/text';
import { definitionsOf, labelsIn } from './definitions';
import type { Document } from './document';
import { PARSE } from './document';
import { findsOf } from './inlineFinds';

export interface Link {
  /** The address, its escapes and entities read; what a URL escapes with a percent sign is left as it is. */
  readonly target: string;
  /** Where the address stands as it is written. */
  readonly range: Range;
  /** The label of a definition, in lower case. */
  readonly label?: string;
}

/**
 * The addresses that the document links to: those of links and images as CommonMark has them, of `<a href>` and
 * `<img src>`, and then those of definitions that a text refers to.
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
    // Of several definitions of a label, the first counts.
    if (used.delete(label)) links.push({ target, range: moveRange(range, line), label: label.toLowerCase() });
  });
  return links;
}

/** A target with its escapes read; what is no escape of UTF-8 is meant as it stands. */
export function decoded(target: string): string {
  return target.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** The labels that the document defines links for, in lower case. */
export function readLabels({ labels }: Document): ReadonlySet<string> {
  return labels;
}
