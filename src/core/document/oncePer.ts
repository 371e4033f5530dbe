/**
 * Works something out once for an object that nobody changes. What is known of it lies in the object itself, where
 * nobody sees it: V8's young collections take what a `WeakMap` keeps for needed, so that each document of a folder
 * would live on.
 */
export function oncePer<K extends object, T extends NonNullable<unknown>>(work: (of: K) => T): (of: K) => T {
  const own = Symbol();
  return (of: K & { readonly [own]?: T }) => {
    const before = of[own];
    if (before !== undefined) return before;
    const value = work(of);
    Object.defineProperty(of, own, { value });
    return value;
  };
}
