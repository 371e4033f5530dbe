import { anchorNames, presentAnchors } from '../document/anchors';
import { decoded, readLinks } from '../document/links';
import type { Fix } from '../edits/problem';
import { mostTypos } from '../text/distance';
import { nearestNames } from '../text/nearest';
import type { Range } from '../text/text';
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
    const nearest = nearestNames();
    const links = readLinks(document).filter(({ target }) => target !== '' && !ELSEWHERE.test(target));
    const places = links.map(({ target, range }) => ({ target, range, ...split(target) }));
    const asked = places.flatMap(({ path, anchor }) => (path === '' && anchor ? [anchor] : []));
    const present = asked.length > 0 ? presentAnchors(document, withLowerCase(asked)) : NO_ANCHORS;
    const isThere = (anchor: string): boolean => present.has(anchor) || present.has(anchor.toLowerCase());
    const names = asked.every(isThere) ? [] : anchorNames(document);
    for (const { target, range, path, anchor } of places) {
      if (path !== '' && files && !files.exists(path)) {
        const { folder, name } = ends(path);
        const end = nearest(name, files.beside(path), mostTypos(path));
        const near = end && folder + end;
        yield {
          range,
          message: `Broken link: there is no file "${path}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, path, near),
        };
      } else if (path === '' && anchor && !isThere(anchor)) {
        const near = nearest(anchor, names);
        yield {
          range,
          message: `Broken link: no heading of this document has the anchor "${anchor}"${near ? `; the nearest is "${near}"` : ''}.`,
          ...fixOf(range, target, anchor, near),
        };
      }
    }
  },
};

const NO_ANCHORS: ReadonlySet<string> = new Set();

/** A target with a scheme, on another host, from a root, or made by a macro. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\/|^[\\/]|\\ref/i;

/** The path and the anchor that a target says; a `#` that is escaped belongs to one of them. */
function split(target: string): { readonly path: string; readonly anchor: string } {
  const [path = '', anchor = ''] = target.split('#', 2);
  return { path: decoded(path), anchor: decoded(anchor) };
}

/** The folder of a path, and the name in it; what a path to a folder ends with is no end of its name. */
function ends(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/', path.length - 2) + 1;
  return { folder: path.slice(0, at), name: path.slice(at) };
}

/** Slugs are in lower case, whatever a link says. */
function withLowerCase(anchors: readonly string[]): ReadonlySet<string> {
  return new Set([...anchors, ...anchors.map((anchor) => anchor.toLowerCase())]);
}

function fixOf(range: Range, target: string, wrong: string, near: string | undefined): { fix?: Fix } {
  if (near === undefined || !target.includes(wrong)) return {};
  // A function, for signs in a text that replaces have a meaning of their own.
  const text = target.replace(wrong, () => encoded(near));
  return { fix: { title: `Link to "${text}"`, edits: [{ range, newText: text }] } };
}

/** A name as it can stand in a link: what would end the link, or be read as something else, is escaped. */
function encoded(name: string): string {
  return name.replace(/[\s()<>%#]/g, (sign) => ESCAPES[sign] ?? encodeURIComponent(sign));
}

/** These mean something to Markdown and nothing to a URL. */
const ESCAPES: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' };
