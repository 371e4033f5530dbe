import { mostTypos } from '../distance';
import { decoded, readAnchors, readLinks } from '../links';
import { nearestNames, sortByLength } from '../nearest';
import { oncePer } from '../oncePer';
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
  *check({ document, around: { files } }) {
    const links = readLinks(document).filter(({ target }) => target !== '' && !ELSEWHERE.test(target));
    const anchors = links.some(({ target }) => target.includes('#')) ? readAnchors(document) : NO_ANCHORS;
    const nearest = nearestNames();
    for (const { target, range } of links) {
      const [path = '', anchor] = decoded(target).split('#', 2);
      if (path !== '' && files && !files.exists(path)) {
        const [folder, name] = split(path);
        const near = nearest(name, byLength(files.beside(path)), mostTypos(path));
        const whole = near && folder + near;
        yield {
          range,
          message: `Broken link: there is no file "${path}"${whole ? `; the nearest is "${whole}"` : ''}.`,
          ...fixOf(range, target, path, whole),
        };
      } else if (path === '' && anchor && !anchors.has(anchor) && !anchors.has(anchor.toLowerCase())) {
        const near = nearest(anchor, anchorNames(anchors));
        yield {
          range,
          message: `Broken link: no heading of this document has the anchor "${anchor}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, anchor, near),
        };
      }
    }
  },
};

const NO_ANCHORS: ReadonlyMap<string, number> = new Map();

/** A target with a scheme, on another host, from a root, or made by a macro. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\/|^[\\/]|\\ref/i;

/** The folder of a path, and the name in it; what a path to a folder ends with is no end of its name. */
function split(path: string): [string, string] {
  const at = path.lastIndexOf('/', path.length - 2) + 1;
  return [path.slice(0, at), path.slice(at)];
}

/** Made once for the names in a folder, which may hold thousands of documents with links to each other. */
const byLength = oncePer((names: readonly string[]) => sortByLength(names));

const anchorNames = oncePer((anchors: ReadonlyMap<string, number>) => sortByLength(anchors.keys()));

function fixOf(range: Range, target: string, wrong: string, near: string | undefined): { fix?: Fix } {
  if (near === undefined || !target.includes(wrong)) return {};
  const text = target.replace(wrong, near);
  return { fix: { title: `Link to "${text}"`, edits: [{ range, newText: text }] } };
}
