/** Looking up many things, few of them at once: documents may link to any number of files. */

const AT_ONCE = 32;

/** What is found of each, in their order. */
export async function inBatches<T, U>(all: readonly T[], look: (one: T) => Promise<U>): Promise<U[]> {
  const found: U[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    found.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(look))));
  return found;
}
