/** A text of parts that is cut to a length: whole parts, or at the boundaries of what they quote. */

import type { Piece } from '../document/quote';
import { fenced } from '../document/quote';
import type { Refusal } from '../plan/change';

export interface PackPart {
  /** What leads the quote, or the whole part if it quotes nothing. */
  readonly text: string;
  readonly language?: string;
  readonly pieces?: readonly Piece[];
  /** Set for a part that may be cut: its name, and how dear it is. The cheapest is cut first. */
  readonly cut?: { readonly name: string; readonly worth: number };
}

export interface Pack {
  readonly text: string;
  /** What was shortened or left out, in words. */
  readonly cut: readonly string[];
}

/** How many of a part's pieces are kept. */
type Kept = ReadonlyMap<PackPart, number>;

/** The parts as one text of at most `limit` characters; a refusal names the smallest limit that works. */
export function pack(parts: readonly PackPart[], limit: number): Pack | Refusal {
  const kept = new Map(parts.map((part) => [part, part.pieces?.length ?? 0]));
  let whole = render(parts, kept);
  let smallest = whole.text.length;
  if (smallest <= limit) return whole;
  // Of two that are worth the same, the later one is cut first.
  for (const part of parts
    .filter(({ cut }) => cut)
    .reverse()
    .sort(byWorth)) {
    kept.set(part, 0);
    whole = render(parts, kept);
    if (whole.text.length <= limit) return filled(parts, kept, part, limit) ?? whole;
    smallest = Math.min(smallest, whole.text.length);
  }
  return { refused: `The step and what belongs to it take ${smallest} characters: raise the limit to that.` };
}

function byWorth(a: PackPart, b: PackPart): number {
  return (a.cut?.worth ?? 0) - (b.cut?.worth ?? 0);
}

/** The text with as much of one part as there is room for, or undefined if there is none. */
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

/** What is not there in full, by name. */
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
