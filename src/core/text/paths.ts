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

/** The path to a file from the document at `place`; both are relative to the same folder. */
export function pathTo(place: string, file: string): string {
  const from = place.split('/').slice(0, -1);
  const to = file.split('/');
  let shared = 0;
  while (shared < Math.min(from.length, to.length - 1) && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** The folder of a path; empty for one that is a name alone. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
