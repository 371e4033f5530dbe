/** Globs over paths with `/`: `*` and `?` inside a name, `**` for any folders, `{a,b}` for alternatives. */

const MAX_ALTERNATIVES = 64;

/** True if the whole path matches the glob. A glob without `/` matches the file's name in any folder. */
export function matchesGlob(path: string, glob: string): boolean {
  const wanted = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  const anywhere = wanted.includes('/') ? wanted : `**/${wanted}`;
  const names = path.split('/');
  return alternatives(anywhere).some((one) => matchesFolders(names, one.split('/')));
}

/** A glob's alternatives written out; so many that nobody means them are cut off. */
function alternatives(glob: string): string[] {
  const made = [glob];
  for (let at = 0; at < made.length && made.length < MAX_ALTERNATIVES; ) {
    const one = made[at] ?? '';
    const braces = /\{([^{}]*)\}/.exec(one);
    if (!braces) {
      at++;
      continue;
    }
    const options = (braces[1] ?? '').split(',');
    made.splice(at, 1, ...options.map((own) => one.replace(braces[0], () => own)));
  }
  return made;
}

/** Both walks below remember one place to come back to, so they cost the product of the lengths at worst. */
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
