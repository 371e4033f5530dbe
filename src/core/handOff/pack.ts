/** Joins parts to a text of limited length. Cuts whole parts, or a part at the boundaries of its quoted blocks. */

import type { Piece } from '../document/quote';
import { fenced } from '../document/quote';
import type { Refusal } from '../plan/change';
import { say } from '../text/message';

/** A part of the text. */
export interface PackPart {
  /** The text above the quote, or the whole part without one. */
  readonly text: string;
  /** The info string of the quote's fence. */
  readonly language?: string;
  /** The quote, in pieces at whose boundaries it may be cut. */
  readonly pieces?: readonly Piece[];
  /** Defined for a part that may be cut: its name, and its worth. The part with the lowest worth is cut first. */
  readonly cut?: { readonly name: string; readonly worth: number };
}

/** A joined text. */
export interface Pack {
  readonly text: string;
  /** The names of shortened and omitted parts. */
  readonly cut: readonly string[];
}

/** The number of pieces that are kept, by part. */
type Kept = ReadonlyMap<PackPart, number>;

/** Joins the parts to a text of at most `limit` characters. A refusal has the smallest limit that works. */
export function pack(parts: readonly PackPart[], limit: number): Pack | Refusal {
  const kept = new Map(parts.map((part) => [part, part.pieces?.length ?? 0]));
  let whole = render(parts, kept);
  let smallest = whole.text.length;
  if (smallest <= limit) return whole;
  // Of two parts of equal worth, the later is cut first.
  for (const part of parts
    .filter(({ cut }) => cut)
    .reverse()
    .sort(byWorth)) {
    kept.set(part, 0);
    whole = render(parts, kept);
    if (whole.text.length <= limit) return filled(parts, kept, part, limit) ?? whole;
    smallest = Math.min(smallest, whole.text.length);
  }
  return {
    refused: say`The step and its required parts need ${smallest} characters: raise the limit to that.`,
  };
}

function byWorth(a: PackPart, b: PackPart): number {
  return (a.cut?.worth ?? 0) - (b.cut?.worth ?? 0);
}

/** The text with as many pieces of one part as fit, found by binary search; undefined if none fits. */
function filled(parts: readonly PackPart[], kept: Kept, part: PackPart, limit: number): Pack | undefined {
  let best: Pack | undefined;
  let [low, high] = [1, (part.pieces?.length ?? 0) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tried = render(parts, new Map([...kept, [part, middle]]));
    const fits = tried.text.length <= limit;
    if (fits) best = tried;
    [low, high] = fits ? [middle + 1, high] : [low, middle - 1];
  }
  return best;
}

function render(parts: readonly PackPart[], kept: Kept): Pack {
  const cut = cutOf(parts, kept);
  const texts = parts.flatMap((part) => renderPart(part, kept.get(part) ?? 0));
  const notice = cut.length > 0 ? [`Cut for length, to be read in the document: ${cut.join(', ')}.`] : [];
  return { text: `${[...texts, ...notice].join('\n\n')}\n`, cut };
}

/** The names of shortened and omitted parts. */
function cutOf(parts: readonly PackPart[], kept: Kept): string[] {
  const counts = new Map<string, { left: number; of: number }>();
  for (const part of parts) {
    if (!part.cut) continue;
    const { left, of } = counts.get(part.cut.name) ?? { left: 0, of: 0 };
    counts.set(part.cut.name, {
      left: left + (kept.get(part) ?? 0),
      of: of + (part.pieces?.length ?? 0),
    });
  }
  return [...counts].flatMap(([name, { left, of }]) =>
    left === of ? [] : `${name} (${left === 0 ? 'left out' : 'shortened'})`,
  );
}

function renderPart({ text, language, pieces = [] }: PackPart, count: number): string[] {
  if (pieces.length === 0) return [text];
  if (count === 0) return [];
  const quoted = pieces.slice(0, count).map((piece, at) => (at === 0 ? piece.text : piece.gap + piece.text));
  return [`${text}\n\n${fenced(quoted.join(''), language)}`];
}
