import { editDistance, mostTypos } from '../distance';
import { decoded, readAnchors, readLinks } from '../links';
import { oncePer } from '../oncePer';
import type { Fix } from '../problem';
import type { Range } from '../text';
import type { Files, Rule } from './rule';

export const brokenLink: Rule = {
  id: 'broken-link',
  summary: 'A relative link leads to a file or heading that does not exist.',
  help: `Links to other documents and to headings of this one break in silence when a file is renamed or a heading
reworded. Anchors are GitHub's, or explicit ones (\`{#Id}\`, \`<a id>\`). Addresses with a scheme are never looked up. If
one existing target is nearly the same, the fix writes it.`,
  severity: 'warning',
  stages: ['draft', 'progress', 'unknown', 'finished', 'dead', 'reference', 'retrospective'],
  *check({ document, around: { files } }) {
    const links = readLinks(document);
    const anchors = links.some(({ target }) => target.includes('#'))
      ? readAnchors(document)
      : new Map<string, number>();
    const nearestAnchor = nearestOf(() => [...anchors.keys()]);
    const nearestFile = fileFinder();
    for (const { target, range } of links) {
      const [path = '', anchor] = decoded(target).split('#', 2);
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|^[\\/]|\\ref/i.test(target) || target === '') continue;
      if (path !== '' && files && !files.exists(path)) {
        const near = nearestFile(files, path);
        yield {
          range,
          message: `Broken link: there is no file "${path}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, path, near),
        };
      } else if (path === '' && anchor && !anchors.has(anchor) && !anchors.has(anchor.toLowerCase())) {
        const near = nearestAnchor(anchor);
        yield {
          range,
          message: `Broken link: no heading of this document has the anchor "${anchor}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, anchor, near),
        };
      }
    }
  },
};

/** Finds the nearest file by the name that a path ends with. */
function fileFinder(): (files: Files, path: string) => string | undefined {
  const finders = new Map<string, ReturnType<typeof nearestOf>>();
  return (files, path) => {
    // What a path to a folder ends with is no end of its name.
    const folder = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
    const find = finders.get(folder) ?? nearestOf(() => files.beside(path));
    finders.set(folder, find);
    const near = find(path.slice(folder.length), mostTypos(path));
    return near && folder + near;
  };
}

/**
 * Finds the one candidate that is nearly the same as a name; none where two are equally near. Most candidates differ
 * too much in length alone, and a name that is wrong in many places is looked for once.
 */
function nearestOf(
  candidates: () => readonly string[],
): (wanted: string, most?: number) => string | undefined {
  const known = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return (wanted, most = mostTypos(wanted)) => {
    names ??= candidates();
    if (!known.has(wanted)) known.set(wanted, nearestName(wanted, most, byLength(names)));
    return known.get(wanted);
  };
}

interface Candidate {
  readonly name: string;
  readonly lower: string;
}

/** Made once for the names in a folder, which may hold thousands of documents with links to each other. */
const byLength = oncePer((names: readonly string[]) => {
  const groups = new Map<number, Candidate[]>();
  for (const name of names) {
    const own = { name, lower: name.toLowerCase() };
    const same = groups.get(name.length);
    if (same) same.push(own);
    else groups.set(name.length, [own]);
  }
  return groups;
});

function nearestName(
  wanted: string,
  most: number,
  candidates: ReadonlyMap<number, readonly Candidate[]>,
): string | undefined {
  const own = wanted.toLowerCase();
  let best: { name: string; distance: number; alone: boolean } | undefined;
  for (let length = Math.ceil(own.length - most); length <= own.length + most; length++) {
    for (const { name, lower } of candidates.get(length) ?? []) {
      const distance = editDistance(own, lower);
      if (distance > Math.min(most, best?.distance ?? most)) continue;
      best = { name, distance, alone: distance !== best?.distance };
    }
  }
  return best?.alone ? best.name : undefined;
}

function fixOf(range: Range, target: string, wrong: string, near: string | undefined): { fix?: Fix } {
  if (near === undefined || !target.includes(wrong)) return {};
  const text = target.replace(wrong, near);
  return { fix: { title: `Link to "${text}"`, edits: [{ range, newText: text }] } };
}
