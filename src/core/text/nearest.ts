/** Finds the existing name that a misspelled one probably means. */

import { memoize } from '../query/memoize';
import { editDistance, mostTypos } from './distance';

/**
 * The most pairs of letters compared for one document, far more than any honest document needs. A hostile document may
 * have very many or very long wrong names; after this limit no further name is found.
 */
const MAX_COMPARED = 10_000_000;

/**
 * Creates a finder for one document. The finder returns the name that is closest to `wanted`, at an edit distance of at
 * most `most`; undefined if there is none or several are equally close.
 */
export function nearestNames(): (
  wanted: string,
  names: readonly string[],
  most?: number,
) => string | undefined {
  let compared = 0;
  const find = (wanted: string, names: readonly string[], most: number): string | undefined => {
    const own = wanted.toLowerCase();
    let best: { name: string; distance: number; alone: boolean } | undefined;
    for (const name of names) {
      // The length alone rules out most names. A duplicate of the best name does not make it ambiguous.
      const near = Math.abs(name.length - own.length) <= most && name !== best?.name;
      compared += near ? own.length * name.length : 1;
      if (compared > MAX_COMPARED) return undefined;
      const distance = near ? editDistance(own, name.toLowerCase(), most) : Infinity;
      if (distance > Math.min(most, best?.distance ?? most)) continue;
      best = { name, distance, alone: distance !== best?.distance };
    }
    return best?.alone ? best.name : undefined;
  };
  return (wanted, names, most = mostTypos(wanted)) => {
    const known = knownOf(names);
    const key = `${most} ${wanted}`;
    if (known.has(key)) return known.get(key);
    const found = find(wanted, names, most);
    if (compared <= MAX_COMPARED) known.set(key, found);
    return found;
  };
}

/** What was found in a list of names, which is the same for all documents. */
const knownOf = memoize((_names: readonly string[]) => new Map<string, string | undefined>());
