/**
 * Memoization of values derived from immutable objects; the core has no other kind.
 *
 * The values are stored in the object itself, in a non-enumerable property that copies do not get. A `WeakMap` would do
 * the same, but minor garbage collections of V8 keep its values alive, so every document of a folder would stay in
 * memory until the next major one.
 */

const DERIVED = Symbol('derived');

interface Entry {
  readonly key: unknown;
  readonly value: unknown;
}

interface Memoized {
  readonly [DERIVED]?: (Entry | undefined)[];
}

let count = 0;

/**
 * Creates a function that caches the result of `derive` per object. The cache holds one entry: it calls `derive` again
 * when the key differs from the one of the last call. The object must be immutable, and the result must depend on the
 * object and the key alone.
 */
export function memoize<O extends object, V>(derive: (of: O) => V): (of: O) => V;
export function memoize<O extends object, K, V>(derive: (of: O, key: K) => V): (of: O, key: K) => V;
export function memoize<O extends object, K, V>(derive: (of: O, key: K) => V): (of: O, key: K) => V {
  const id = count++;
  return (of, key) => {
    const entries = (of as Memoized)[DERIVED] ?? emptyEntries(of);
    const before = entries[id];
    if (before && before.key === key) return before.value as V;
    const value = derive(of, key);
    entries[id] = { key, value };
    return value;
  };
}

function emptyEntries(of: object): (Entry | undefined)[] {
  const entries: (Entry | undefined)[] = [];
  Object.defineProperty(of, DERIVED, { value: entries });
  return entries;
}
