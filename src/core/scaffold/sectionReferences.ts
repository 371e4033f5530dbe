/** Finds references between sections: links to anchors, and uses of link labels that another section defines. */

import type { Document, Section } from '../document/document';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import { decoded, readLinks } from '../document/links/links';

const LABEL = /\[([^[\]\n]{1,200})\]/g;
const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:/;

/**
 * The sections to which each section refers. The key `undefined` is the text of the whole document: before the first
 * section, and from the line `end` on.
 */
export function sectionReferences(
  document: Document,
  end: number,
): ReadonlyMap<Section | undefined, readonly Section[]> {
  const owners = sectionsByLine(document).fill(undefined, end);
  const anchors = anchorsOf(document);
  const found = new Map<Section | undefined, Section[]>();
  const addReference = (from: Section | undefined, to: Section | undefined): void => {
    if (!to || to === from) return;
    const targets = found.get(from);
    if (targets) targets.push(to);
    else found.set(from, [to]);
  };
  for (const { target, range } of readLinks(document)) {
    if (!target.startsWith('#')) continue;
    const line = anchorLine(anchors, decoded(target.slice(1)));
    if (line !== undefined) addReference(owners[range.start.line], owners[line]);
  }
  const definers = new Map<string, Section>();
  document.lines.forEach(({ text }, line) => {
    const label = DEFINITION.exec(text)?.[1]?.toLowerCase();
    const owner = owners[line];
    if (label !== undefined && owner) definers.set(label, owner);
  });
  if (definers.size === 0) return found;
  document.lines.forEach(({ text }, line) => {
    for (const [, label = ''] of text.matchAll(LABEL))
      addReference(owners[line], definers.get(label.toLowerCase()));
  });
  return found;
}

/** The innermost section of each line. */
function sectionsByLine({ sections, lines }: Document): (Section | undefined)[] {
  const owners: (Section | undefined)[] = new Array(lines.length).fill(undefined);
  for (const section of sections) owners.fill(section, section.start, section.bodyEnd);
  return owners;
}
