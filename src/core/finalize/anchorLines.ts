/** Where the anchors of a document are, and which of its lines link to them. */

import type { Document } from '../document/document';
import { readAddress } from '../document/links/address';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import { readLinks } from '../document/links/links';
import { siteName } from '../document/links/siteAnchors';

/** Finds the line of an anchor by the name that GitHub, another renderer or a site of the team gives it. */
export function anchorFinder(document: Document): (anchor: string) => number | undefined {
  const anchors = anchorsOf(document);
  let onSite: Map<string, string> | undefined;
  return (anchor) => {
    const line = anchorLine(anchors, anchor);
    if (line !== undefined) return line;
    onSite ??= new Map(anchors.names.map((name) => [siteName(name.toLowerCase()), name]));
    const name = onSite.get(anchor.toLowerCase());
    return name === undefined ? undefined : anchorLine(anchors, name);
  };
}

/** The anchors of the document to which each of its own lines links. */
export function linksByLine(
  document: Document,
  isSelf: (path: string) => boolean,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const { target, range } of readLinks(document)) {
    const address = readAddress(target);
    if (!address || address.anchor === '' || (address.path !== '' && !isSelf(address.path))) continue;
    const anchors = found.get(range.start.line) ?? [];
    anchors.push(address.anchor);
    found.set(range.start.line, anchors);
  }
  return found;
}
