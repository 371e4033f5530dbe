/**
 * The only memo of the core: what is derived from an immutable object is derived once.
 *
 * The values lie in the object itself, in a property that copies of it do not get. A `WeakMap` would do the same, but
 * V8's young generation keeps its values alive, so that every document of a folder would live on for a while.
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
 * Makes a function that calls `derive` once for an object, and again only when the key differs from that of the last
 * call. The object must be immutable, and the result must depend on object and key alone.
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
