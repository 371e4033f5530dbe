/** Updates the links to a heading whose anchor changes. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { readAddress } from '../document/links/address';
import { anchorLine, anchorsOf, resolvedAnchors } from '../document/links/anchors';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { addressEdit } from './address';

/** The edits that point links to the heading on `line` at the anchor that it has after `edit`, an edit of that line. */
export function followHeading(document: Document, line: number, edit: TextEdit): TextEdit[] {
  const links = resolvedAnchors(document).filter((link) => link.line === line);
  if (links.length === 0) return [];
  const after = anchorsOf(parseDocument(applyEdits(document.text, [edit])));
  const name = after.names.find((anchor) => anchorLine(after, anchor) === line);
  if (name === undefined) return [];
  return links.flatMap((link) => {
    const address = readAddress(link.target);
    if (!address || anchorLine(after, address.anchor) === line) return [];
    return addressEdit(document, link, address, 'anchor', name)?.edit ?? [];
  });
}
