/** Limits concurrent lookups: a document may link to any number of files. */

const AT_ONCE = 32;

/** Looks up all items, at most `AT_ONCE` concurrently, and returns the results in the order of the items. */
export async function inBatches<T, U>(all: readonly T[], look: (one: T) => Promise<U>): Promise<U[]> {
  const found: U[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    found.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(look))));
  return found;
}
