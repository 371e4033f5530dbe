/** Updates the links to a heading whose anchor changes. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { readAddress } from '../document/links/address';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import { readLinks } from '../document/links/links';
import type { TextEdit } from '../text/text';
import { applyEdits } from '../text/text';
import { addressEdit } from './address';

/**
 * The edits that point links to the heading on `line` at the anchor that it has after `edit`, an edit of that line. `files`
 * knows which paths lead to the document itself.
 */
export function followHeading(
  document: Document,
  line: number,
  edit: TextEdit,
  files?: { isSelf(path: string): boolean },
): TextEdit[] {
  const before = anchorsOf(document);
  const links = readLinks(document).flatMap((link) => {
    const address = readAddress(link.target);
    if (!address || address.anchor === '' || anchorLine(before, address.anchor) !== line) return [];
    return address.path === '' || files?.isSelf(address.path) === true ? [{ link, address }] : [];
  });
  if (links.length === 0) return [];
  const after = anchorsOf(parseDocument(applyEdits(document.text, [edit])));
  const name = after.names.find((anchor) => anchorLine(after, anchor) === line);
  if (name === undefined) return [];
  return links.flatMap(({ link, address }) => {
    if (anchorLine(after, address.anchor) === line) return [];
    return addressEdit(document, link, address, 'anchor', name)?.edit ?? [];
  });
}
