/** Headings that have another anchor after a change of their document, and the links to them in other documents. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { readAddress } from '../document/links/address';
import type { Anchors } from '../document/links/anchors';
import { anchorLine, anchorsOf, knownAnchor } from '../document/links/anchors';
import { readLinks } from '../document/links/links';
import { pathFrom } from '../text/paths';
import type { TextEdit } from '../text/text';
import { addressEdit } from './address';
import { pairHeadings } from './pairHeadings';

/** The anchors of a document that a change renames. */
export interface RenamedAnchors {
  /** The path of the document, relative to the root of the repository, with `/`. */
  readonly path: string;
  readonly before: Anchors;
  /** The new anchor of each old one that leads elsewhere, or nowhere, after the change. */
  readonly names: ReadonlyMap<string, string>;
}

/** A link that may lead to an anchor of another Markdown file. Few files have one. */
const TO_ANCHOR = /\.(?:md|markdown)[?#]/i;

/**
 * The anchors that change from one text of the document at `path` to another. Headings that are not certainly the same are
 * left out.
 */
export function renamedAnchors(path: string, before: string, after: string): RenamedAnchors {
  const [old, now] = [parseDocument(before), parseDocument(after)];
  const places = before === after ? new Map<number, number>() : pairHeadings(old, now);
  return renamesBetween(path, anchorsOf(old), anchorsOf(now), (line) => places.get(line));
}

/** The renamed anchors, where `lineAfter` is the new line of what stands on a line; undefined if it is not known. */
export function renamesBetween(
  path: string,
  before: Anchors,
  after: Anchors,
  lineAfter: (line: number) => number | undefined,
): RenamedAnchors {
  const named = new Map<number, string>();
  for (const name of after.names) {
    const line = anchorLine(after, name);
    if (line !== undefined && !named.has(line)) named.set(line, name);
  }
  const names = new Map<string, string>();
  for (const [old, line] of before.lines) {
    const place = lineAfter(line);
    const name = place === undefined ? undefined : named.get(place);
    if (name !== undefined && anchorLine(after, old) !== place) names.set(old, name);
  }
  return { path, before, names };
}

/** The edits of the links in the document at `place`, which is not the changed document itself. */
export function renamedLinks(text: string, place: string, renamed: RenamedAnchors): TextEdit[] {
  if (renamed.names.size === 0 || !TO_ANCHOR.test(text)) return [];
  return linkEdits(parseDocument(text), place, renamed);
}

/** The edits of the links to renamed anchors. The document at `place` may be the changed one, as it was before. */
export function linkEdits(
  document: Document,
  place: string,
  { path, before, names }: RenamedAnchors,
): TextEdit[] {
  return readLinks(document).flatMap((link) => {
    const address = readAddress(link.target);
    if (!address || address.anchor === '' || !leadsTo(place, address.path, path)) return [];
    const name = names.get(knownAnchor(before, address.anchor) ?? '');
    return name === undefined ? [] : (addressEdit(document, link, address, 'anchor', name)?.edit ?? []);
  });
}

function leadsTo(place: string, target: string, path: string): boolean {
  const found = target === '' ? place : pathFrom(place, target).replace(/^\//, '');
  return found.normalize('NFC') === path.normalize('NFC');
}
