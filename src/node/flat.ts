/**
 * Objects that refer to each other, as JSON: a list of them, in which a reference is the place of the other in
 * brackets. They are plain objects, arrays, and sets of texts.
 */

interface Flat {
  readonly nodes: readonly object[];
  /** Which of them are sets. */
  readonly sets: readonly number[];
}

/** The object and all that it refers to. */
export function flatten(object: object): Flat {
  const places = new Map<object, number>();
  const nodes: object[] = [];
  const sets: number[] = [];
  const placeOf = (one: object): number => {
    const known = places.get(one);
    if (known !== undefined) return known;
    const place = nodes.push([]) - 1;
    places.set(one, place);
    const members = one instanceof Set ? [...one] : one;
    if (members !== one) sets.push(place);
    const kept = Object.entries(members).map(([name, member]) => [name, referred(member)] as const);
    nodes[place] = Array.isArray(members) ? kept.map(([, member]) => member) : Object.fromEntries(kept);
    return place;
  };
  const referred = (member: unknown): unknown =>
    typeof member === 'object' && member !== null ? [placeOf(member)] : member;
  placeOf(object);
  return { nodes, sets };
}

/** The object that was flattened. What is given is used up. */
export function unflatten({ nodes, sets }: Flat): unknown {
  const objects = [...nodes];
  for (const place of sets) objects[place] = new Set(objects[place] as readonly string[]);
  for (const node of nodes as readonly Record<string, unknown>[]) {
    for (const name in node) {
      const member = node[name];
      if (Array.isArray(member)) node[name] = objects[member[0]];
    }
  }
  return objects[0];
}
