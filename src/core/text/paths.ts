/** Paths in documents, with `/`. */

/** A path in the document at `place`, relative to what `place` is relative to. */
export function pathFrom(place: string, path: string): string {
  if (path.startsWith('/')) return path;
  const names: string[] = [];
  for (const name of [...place.split('/').slice(0, -1), ...path.split('/')]) {
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
