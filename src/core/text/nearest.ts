/** The one name of several that a wrong one is probably meant to be. */

import { editDistance, mostTypos } from './distance';

/**
 * A document may have as many wrong names as a folder has right ones, or very long ones. So many pairs of their letters
 * are compared, which is far more than any honest document takes, and after that no name is found.
 */
const ENOUGH = 10_000_000;

/**
 * Finds names for one document: of those given the only one that is nearly the same as what is wanted, or undefined. A
 * name that is wrong in many places is looked for once.
 */
export function nearestNames(): (
  wanted: string,
  names: readonly string[],
  most?: number,
) => string | undefined {
  const known = new Map<readonly string[], Map<string, string | undefined>>();
  let compared = 0;
  const find = (wanted: string, names: readonly string[], most: number): string | undefined => {
    const own = wanted.toLowerCase();
    let best: { name: string; distance: number; alone: boolean } | undefined;
    for (const name of names) {
      // Most names differ too much in length alone, and a name that is there twice is still one.
      const near = Math.abs(name.length - own.length) <= most && name !== best?.name;
      compared += near ? own.length * name.length : 1;
      if (compared > ENOUGH) return undefined;
      const distance = near ? editDistance(own, name.toLowerCase(), most) : Infinity;
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
