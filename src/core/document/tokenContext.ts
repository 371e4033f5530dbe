/** What a document says elsewhere about text in brackets: the address of a reference link, the end of an element. */

import type { Document } from './document';
import { isReference } from './links';

/** True for a token that is syntax in this document: a link whose label it defines, or a tag that it closes. */
export function isSyntaxIn(document: Document, token: string): boolean {
  if (!token.startsWith('<')) return isReference(document, token);
  const name = /^<([A-Za-z][\w.-]*)/.exec(token)?.[1];
  return name !== undefined && document.text.includes(`</${name}>`);
}
