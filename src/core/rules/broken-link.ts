import { editDistance, mostTypos } from '../distance';
import { decoded, readAnchors, readLinks } from '../links';
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
    const nearestAnchor = nearestOf(() => anchors.keys());
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

/** Finds the nearest file; what lies in a folder is asked for once. */
function fileFinder(): (files: Files, path: string) => string | undefined {
  const finders = new Map<string, ReturnType<typeof nearestOf>>();
  return (files, path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const find = finders.get(folder) ?? nearestOf(() => files.beside(path));
    finders.set(folder, find);
    return find(path);
  };
}

/**
 * Finds the one candidate that is nearly the same as a name; none where two are equally near. Most candidates differ
 * too much in length alone, and a name that is wrong in many places is looked for once.
 */
function nearestOf(candidates: () => Iterable<string>): (wanted: string) => string | undefined {
  let byLength: readonly (readonly string[] | undefined)[] | undefined;
  const known = new Map<string, string | undefined>();
  return (wanted) => {
    byLength ??= groupByLength(candidates());
    if (!known.has(wanted)) known.set(wanted, nearestName(wanted, byLength));
    return known.get(wanted);
  };
}

function groupByLength(names: Iterable<string>): (string[] | undefined)[] {
  const groups: (string[] | undefined)[] = [];
  for (const name of names) {
    const same = groups[name.length];
    if (same) same.push(name);
    else groups[name.length] = [name];
  }
  return groups;
}

function nearestName(
  wanted: string,
  byLength: readonly (readonly string[] | undefined)[],
): string | undefined {
  const most = mostTypos(wanted);
  const lower = wanted.toLowerCase();
  let best: { name: string; distance: number; alone: boolean } | undefined;
  for (let length = Math.ceil(lower.length - most); length <= lower.length + most; length++) {
    for (const name of byLength[length] ?? []) {
      const distance = editDistance(lower, name.toLowerCase());
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
