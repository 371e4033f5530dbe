/** Links to a heading, led along where a change gives the heading another anchor. */

import { readAddress } from '../document/address';
import { anchorLine, anchorsOf, resolvedAnchors } from '../document/anchors';
import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { addressEdit } from './address';

/** The edits that lead the links to the heading on a line to the anchor that it has after an edit of that line. */
export function followHeading(document: Document, line: number, edit: TextEdit): TextEdit[] {
  const links = resolvedAnchors(document).filter((link) => link.line === line);
  if (links.length === 0) return [];
  const after = anchorsOf(parseDocument(applyEdits(document.text, [edit])));
  const name = after.names.find((own) => anchorLine(after, own) === line);
  if (name === undefined) return [];
  return links.flatMap((link) => {
    const address = readAddress(link.target);
    if (!address || anchorLine(after, address.anchor) === line) return [];
    return addressEdit(document, link, address, 'anchor', name)?.edit ?? [];
  });
}
