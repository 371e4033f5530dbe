/** Globs over paths with `/`: `*` and `?` inside a name, `**` for any folders, `{a,b}` for alternatives. */

export const MAX_ALTERNATIVES = 64;

/** True if the whole path matches the glob. A glob without `/` matches the file's name in any folder. */
export function matchesGlob(path: string, glob: string): boolean {
  const wanted = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const anywhere = wanted.includes('/') ? wanted : `**/${wanted}`;
  const names = path.split('/');
  return alternatives(anywhere).some((one) => matchesFolders(names, one.split('/')));
}

/** Expands the braces of a glob. It stops at `MAX_ALTERNATIVES`, because nested braces grow exponentially. */
export function alternatives(glob: string): string[] {
  const expanded = [glob];
  for (let at = 0; at < expanded.length && expanded.length < MAX_ALTERNATIVES; ) {
    const one = expanded[at] ?? '';
    const braces = /\{([^{}]*)\}/.exec(one);
    if (!braces) {
      at++;
      continue;
    }
    const options = (braces[1] ?? '').split(',');
    expanded.splice(at, 1, ...options.map((option) => one.replace(braces[0], () => option)));
  }
  return expanded;
}

/** Backtracking returns to the last wildcard only, so the worst case is the product of the two lengths. */
function matchesFolders(names: readonly string[], parts: readonly string[]): boolean {
  return matches(
    names.length,
    parts.length,
    (part) => parts[part] === '**',
    (name, part) => matchesName(names[name] ?? '', parts[part] ?? ''),
  );
}

function matchesName(name: string, part: string): boolean {
  return matches(
    name.length,
    part.length,
    (at) => part[at] === '*',
    (a, b) => part[b] === '?' || name[a] === part[b],
  );
}

function matches(
  length: number,
  wanted: number,
  isAny: (at: number) => boolean,
  fits: (at: number, part: number) => boolean,
): boolean {
  let at = 0;
  let part = 0;
  let back: { at: number; part: number } | undefined;
  while (at < length) {
    if (part < wanted && isAny(part)) {
      back = { at, part };
      part++;
    } else if (part < wanted && fits(at, part)) {
      at++;
      part++;
    } else if (back) {
      back = { at: back.at + 1, part: back.part };
      at = back.at;
      part = back.part + 1;
    } else return false;
  }
  while (part < wanted && isAny(part)) part++;
  return part === wanted;
}
