/** The one name of several that a wrong one is probably meant to be. */

import { editDistance, mostTypos } from './distance';
import { countFirst } from './search';

/** Names in the order of their length: most differ too much from others in that alone. */
export type NamesByLength = readonly string[];

export function sortByLength(names: Iterable<string>): NamesByLength {
  return [...names].sort((a, b) => a.length - b.length);
}

/**
 * A document may have as many wrong names as a folder has right ones, or very long ones. So many pairs of their letters
 * are compared, which is far more than any honest document takes, and after that no name is found.
 */
const ENOUGH = 10_000_000;

/**
 * Finds names for one document: of those given the only one that is nearly the same as what is wanted, or undefined. A
 * name that is wrong in many places is looked for once.
 */
export function nearestNames(): (wanted: string, names: NamesByLength, most?: number) => string | undefined {
  const known = new Map<NamesByLength, Map<string, string | undefined>>();
  let compared = 0;
  const find = (wanted: string, names: NamesByLength, most: number): string | undefined => {
    const own = wanted.toLowerCase();
    let best: { name: string; distance: number; alone: boolean } | undefined;
    let at = countFirst(names.length, (index) => (names[index]?.length ?? 0) < own.length - most);
    for (; at < names.length; at++) {
      const name = names[at] ?? '';
      if (name.length > own.length + most) break;
      compared += own.length * name.length;
      if (compared > ENOUGH) return undefined;
      const distance = editDistance(own, name.toLowerCase());
      if (distance > Math.min(most, best?.distance ?? most)) continue;
      best = { name, distance, alone: distance !== best?.distance };
    }
    return best?.alone ? best.name : undefined;
  };
  return (wanted, names, most = mostTypos(wanted)) => {
    const found = known.get(names) ?? new Map<string, string | undefined>();
    known.set(names, found);
    if (!found.has(wanted)) found.set(wanted, find(wanted, names, most));
    return found.get(wanted);
  };
}
