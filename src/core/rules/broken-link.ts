import { editDistance } from '../distance';
import { readAnchors, readLinks } from '../links';
import type { Fix } from '../problem';
import type { Range } from '../text';
import type { Rule } from './rule';

export const brokenLink: Rule = {
  id: 'broken-link',
  summary: 'A relative link leads to a file or heading that does not exist.',
  help: `Links to other documents and to headings of this one break in silence when a file is renamed or a heading
reworded. Anchors are GitHub's, or explicit ones (\`{#Id}\`, \`<a id>\`). Addresses with a scheme are never looked up. If
one existing target is nearly the same, the fix writes it.`,
  severity: 'warning',
  stages: ['draft', 'progress', 'unknown', 'finished', 'dead', 'reference', 'retrospective'],
  *check({ document, files }) {
    const anchors = readAnchors(document);
    for (const { target, range } of readLinks(document)) {
      const [path = '', anchor] = decoded(target).split('#', 2);
      if (/^[a-z][a-z0-9+.-]*:|^\/\/|^[\\/]|\\ref/i.test(target) || target === '') continue;
      if (path !== '' && files && !files.exists(path)) {
        const near = nearest(path, files.beside(path));
        yield {
          range,
          message: `Broken link: there is no file "${path}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, path, near),
        };
      } else if (path === '' && anchor && !anchors.has(anchor) && !anchors.has(anchor.toLowerCase())) {
        const near = nearest(anchor, [...anchors.keys()]);
        yield {
          range,
          message: `Broken link: no heading of this document has the anchor "${anchor}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, anchor, near),
        };
      }
    }
  },
};

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A stray percent sign is no escape: the target is meant as it stands.
    return target;
  }
}

/** The one candidate that is nearly the same; none where two are equally near. */
function nearest(wanted: string, candidates: readonly string[]): string | undefined {
  const near = candidates
    .map((name) => ({ name, distance: editDistance(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 4))
    .sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance !== near[1]?.distance ? near[0].name : undefined;
}

function fixOf(range: Range, target: string, wrong: string, near: string | undefined): { fix?: Fix } {
  if (near === undefined || !target.includes(wrong)) return {};
  const text = target.replace(wrong, near);
  return { fix: { title: `Link to "${text}"`, edits: [{ range, newText: text }] } };
}
