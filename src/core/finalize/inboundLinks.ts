/** The links of other documents to headings of one document. */

import { parseDocument } from '../document/document';
import { readAddress } from '../document/links/address';
import { readLinks } from '../document/links/links';
import { lastName, pathFrom } from '../text/paths';

/** A link from another file to an anchor of the document. */
export interface InboundLink {
  /** The file that has the link, relative to the root of the repository, with `/`. */
  readonly from: string;
  /** Counted from 0. */
  readonly line: number;
  /** Percent-decoded. */
  readonly anchor: string;
}

const EXTENSION = /\.(?:md|markdown)$/i;
/** The pages that a link to their folder leads to. */
const FOLDER_PAGE = /^(?:readme|index)$/i;

/** The links in the text at `place` that lead to an anchor of the document at `path`; none of its own. */
export function inboundLinks(text: string, place: string, path: string): InboundLink[] {
  if (place === path || !mayLinkTo(text, path)) return [];
  return readLinks(parseDocument(text)).flatMap(({ target, range }): InboundLink[] => {
    const address = readAddress(target);
    if (!address || address.anchor === '' || !leadsTo(place, address.path, path)) return [];
    return [{ from: place, line: range.start.line, anchor: address.anchor }];
  });
}

/** False if no link can lead to the path: the text does not have its name. A name may be written with escapes. */
function mayLinkTo(text: string, path: string): boolean {
  const name = lastName(path).replace(EXTENSION, '');
  if (!text.includes('#')) return false;
  return FOLDER_PAGE.test(name) || !/^[\w.-]+$/.test(name) || text.includes(name);
}

/** True if a target leads to a file, perhaps without its extension, as sites write it, or by its folder. */
function leadsTo(place: string, target: string, path: string): boolean {
  if (target === '') return false;
  const found = pathFrom(place, target).replace(/^\/|\/$/g, '');
  const bare = path.replace(EXTENSION, '');
  const folder = FOLDER_PAGE.test(lastName(bare)) ? path.slice(0, -lastName(path).length - 1) : undefined;
  return found === path || found === bare || found === folder;
}
