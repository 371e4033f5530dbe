import type { Address } from '../document/address';
import { isJudged, readAddress } from '../document/address';
import type { Anchors } from '../document/anchors';
import { anchorLine, anchorsOf } from '../document/anchors';
import type { Document } from '../document/document';
import type { Link } from '../document/links';
import { readLinks } from '../document/links';
import { addressEdit } from '../edits/address';
import type { Problem } from '../edits/problem';
import { nearestNames } from '../text/nearest';
import { slipFinder } from '../text/slips';
import type { Files, Rule } from './rule';

export const brokenLink: Rule = {
  id: 'broken-link',
  summary: 'A relative link leads to a file or heading that does not exist.',
  help: `Links to other documents and to headings break in silence when a file is renamed or a heading reworded.
What is a link, CommonMark says; \`<a href>\` and \`<img src>\` count, too. A path that starts with \`/\` counts from the
repository's root. Anchors are GitHub's, made of a heading's text as it is rendered, and the \`id\` or \`name\` of any tag;
those of other renderers (\`{#id}\`, \`{: #id }\`) are known as well. Never judged are addresses with a scheme, footnotes,
\`#top\`, \`#L10\`, what a templating language fills in, and what lies outside of the repository. If one existing target
is nearly the same, the light bulb offers it; it is a safe fix where the two differ by case, by separators or by one
letter.`,
  severity: 'warning',
  stages: ['draft', 'progress', 'unknown', 'finished', 'dead', 'reference', 'retrospective'],
  *check({ document, environment: { files } }) {
    const nearest = nameFinder();
    for (const link of readLinks(document)) {
      const address = readAddress(link.target);
      if (!address) continue;
      const { path, anchor } = address;
      const own = path === '' || files?.isSelf(path) === true;
      if (!own && files && !isThere(files, path)) {
        yield pathProblem(document, link, address, nearestPath(files, path, nearest));
      } else if (isJudged(anchor)) {
        const anchors = own ? anchorsOf(document) : MARKDOWN.test(path) && files?.anchors(path);
        if (anchors && anchorLine(anchors, anchor) === undefined) {
          const near = nearest(anchor, anchors.names);
          yield anchorProblem(document, link, address, { own, anchors, near });
        }
      }
    }
  },
};

/** The name that is probably meant, and whether nothing but a slip keeps the wrong one from it. */
interface Near {
  readonly name: string;
  readonly slip: boolean;
}

type NameFinder = (wrong: string, names: readonly string[]) => Near | undefined;

/** Finds names for one document. */
function nameFinder(): NameFinder {
  const slipOf = slipFinder();
  const nearest = nearestNames();
  return (wrong, names) => {
    const slip = slipOf(wrong, names);
    const name = slip ?? nearest(wrong, names);
    return name === undefined ? undefined : { name, slip: slip !== undefined };
  };
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/** A path from the root that has no ending, or that of HTML, is a page of a site as often as a file. */
const PAGE = /^\/(?:[^.]*|.*\.html?)$/i;

/**
 * True if a path leads to something. Sites leave the ending of a page away, or write the one of the HTML that is made
 * of it; and there are two ways to write an accent, of which some file systems make one.
 */
function isThere(files: Files, path: string): boolean {
  if (files.exists(path) || PAGE.test(path)) return true;
  const page = path.replace(/(?:\/+|\.html?)$/i, '');
  if (!MARKDOWN.test(path) && page !== '' && files.exists(`${page}.md`)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
  return /[^\0-\x7F]/.test(name) && files.beside(path).some((other) => other.normalize('NFC') === name);
}

/** The path with its first wrong name replaced by the nearest of those that are there, if that leads to something. */
function nearestPath(files: Files, path: string, nearest: NameFinder): Near | undefined {
  const names = path.replace(/\/+$/, '').split('/');
  for (const [at, name] of names.entries()) {
    const above = names.slice(0, at);
    const part = [...above, name].join('/');
    if (name === '' || name === '.' || name === '..' || files.exists(part)) continue;
    const near = nearest(name, files.beside(part));
    const own = near && [...above, near.name, ...names.slice(at + 1)].join('/');
    if (near === undefined || own === undefined) return undefined;
    return at === names.length - 1 || files.exists(own) ? { ...near, name: own } : undefined;
  }
  return undefined;
}

function pathProblem(document: Document, link: Link, address: Address, near: Near | undefined): Problem {
  const nearby = near ? `; the nearest is "${near.name}"` : '';
  return {
    range: link.range,
    message: `Broken link: there is no file "${address.path}"${nearby}.`,
    ...(near && fixOf(document, link, address, { part: 'path', name: near.name, safe: near.slip })),
  };
}

function anchorProblem(
  document: Document,
  link: Link,
  address: Address,
  { own, anchors, near }: { own: boolean; anchors: Anchors; near: Near | undefined },
): Problem {
  const { anchor, path } = address;
  const where = own ? 'this document' : `"${path}"`;
  const nearby = near ? `; the nearest is "${near.name}"` : '';
  // Where two authorities call a heading by different names, only a person knows which one counts.
  const safe = near?.slip === true && anchors.agreed.has(near.name);
  return {
    range: link.range,
    message: `Broken link: no heading of ${where} has the anchor "${anchor}"${nearby}.`,
    ...(near && fixOf(document, link, address, { part: 'anchor', name: near.name, safe })),
  };
}

function fixOf(
  document: Document,
  link: Link,
  address: Address,
  { part, name, safe }: { part: 'path' | 'anchor'; name: string; safe: boolean },
): Pick<Problem, 'fixes'> {
  const made = addressEdit(document, link, address, part, name);
  if (!made) return {};
  const { edit, text } = made;
  return {
    fixes: [{ title: `Link to "${text}"`, applicability: safe ? 'safe' : 'choice', edits: [edit] }],
  };
}
