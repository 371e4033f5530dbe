/** Compares the order of a document's sections with the template's lead group. */

import type { Section } from '../document/document';
import { onLevel } from './levels';
import type { Outline } from './outline';

/** A section of the document that the template knows. */
interface Placed {
  readonly section: Section;
  /** Its index in the lead group. All other sections have the rank after the group. */
  readonly rank: number;
}

/** A section at the wrong place, and the place where it belongs. */
export interface Misplaced {
  readonly section: Section;
  /** Its index in the lead group, or the size of the group for other sections. */
  readonly rank: number;
  /** The section is in the lead group. */
  readonly lead: boolean;
  /** The section after which (if `after`) or before which it belongs. */
  readonly anchor: Section;
  readonly after: boolean;
}

/**
 * The minimal set of sections that must move so that the lead group comes first and in order. Sections that the
 * template does not know are ignored. In a choice between a lead section and another one, the other one moves; between
 * two lead sections, the later one moves.
 */
export function misplacedSections(outline: Outline): Misplaced[] {
  const { lead } = outline.template;
  if (lead.length === 0) return [];
  const ranks = new Map(lead.map((spec, rank) => [spec, rank]));
  const inPlace = onLevel(outline);
  const placed: Placed[] = outline.bindings
    .flatMap(({ spec, sections: [section] }) =>
      section && !spec.parent && inPlace(section) ? [{ section, rank: ranks.get(spec) ?? lead.length }] : [],
    )
    .sort((a, b) => a.section.start - b.section.start);
  const kept = keptSections(placed, lead.length);
  return placed
    .filter((entry) => !kept.includes(entry))
    .flatMap((entry) => {
      const place = placeFor(entry, placed, kept, lead.length);
      const { section, rank } = entry;
      return place ? [{ section, rank, lead: rank < lead.length, ...place }] : [];
    });
}

/**
 * The place where a section belongs: directly before its successor in the template if only sections unknown to the
 * template separate the successor from its predecessor; else directly after the predecessor.
 */
function placeFor(
  entry: Placed,
  placed: readonly Placed[],
  kept: readonly Placed[],
  last: number,
): { anchor: Section; after: boolean } | undefined {
  const before = kept.findLast((other) => other.rank < entry.rank && other.rank < last);
  const next = kept.find((other) => other.rank > entry.rank);
  if (!before) return kept[0] && { anchor: kept[0].section, after: false };
  const others = placed.filter((other) => other !== entry);
  const adjacent = next !== undefined && others.indexOf(next) === others.indexOf(before) + 1;
  return adjacent ? { anchor: next.section, after: false } : { anchor: before.section, after: true };
}

/** The heaviest non-decreasing subsequence by rank. Lead sections weigh slightly more than others. */
function keptSections(placed: readonly Placed[], last: number): Placed[] {
  const weight = ({ rank }: Placed): number => (rank < last ? placed.length + 1 : placed.length);
  const best: { sum: number; from: number }[] = [];
  placed.forEach((entry, at) => {
    let from = -1;
    for (let other = 0; other < at; other++) {
      const fits = (placed[other]?.rank ?? 0) <= entry.rank;
      if (fits && (best[other]?.sum ?? 0) > (best[from]?.sum ?? 0)) from = other;
    }
    best.push({ sum: weight(entry) + (best[from]?.sum ?? 0), from });
  });
  let at = -1;
  best.forEach(({ sum }, index) => {
    if (sum > (best[at]?.sum ?? 0)) at = index;
  });
  const kept: Placed[] = [];
  for (; at >= 0; at = best[at]?.from ?? -1) {
    const entry = placed[at];
    if (entry) kept.unshift(entry);
  }
  return kept;
}
