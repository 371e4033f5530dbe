/** What a document says elsewhere about text in brackets: the address of a reference link, the end of an element. */

import { collect } from '../query/collect';
import { memoize } from '../query/memoize';
import type { Document } from './document';
import { PARSE } from './document';
import { isReference } from './links/links';
import type { Part } from './parts';
import { candidateLines, prefiltered } from './prefilter';

const OPENING_TAG = /^<([A-Za-z][\w.-]*)/;
const CLOSING_TAG = /<\/([A-Za-z][\w.-]*)>/g;

/** True for a token that is syntax in this document: a link whose label it defines, or a tag that it closes. */
export function isSyntaxIn(document: Document, token: string): boolean {
  if (!token.startsWith('<')) return isReference(document, token);
  const name = OPENING_TAG.exec(token)?.[1];
  return name !== undefined && closedElements(document).has(name);
}

/** The names of all elements that a document closes. */
const closedElements = memoize(
  (document: Document): ReadonlySet<string> =>
    new Set(collect(document[PARSE], closingTags, undefined, (name: string) => name)),
);

const closingTags = prefiltered((part: Part, _key: undefined): readonly string[] =>
  candidateLines(part).flatMap((line) =>
    [...(part.lines[line]?.text ?? '').matchAll(CLOSING_TAG)].map(([, name = '']) => name),
  ),
);
