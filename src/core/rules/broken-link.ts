import type { Document } from '../document/document';
import type { Address } from '../document/links/address';
import { isCheckedAnchor, readAddress } from '../document/links/address';
import type { Anchors } from '../document/links/anchors';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import type { Link } from '../document/links/links';
import { readLinks } from '../document/links/links';
import { isSiteAnchor, SITES, siteName } from '../document/links/siteAnchors';
import { addressEdit } from '../edits/address';
import type { Problem } from '../edits/problem';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { nearestNames } from '../text/nearest';
import { lastName } from '../text/paths';
import { slipFinder } from '../text/slips';
import type { Files, Rule } from './rule';

export const brokenLink: Rule = {
  id: 'broken-link',
  summary: say`A relative link leads to a file or heading that does not exist.`,
  help: `Links to other documents and to headings break silently when a file is renamed or a heading reworded. The
rule checks all links of CommonMark, \`<a href>\` and \`<img src>\`. A path that starts with \`/\` is relative to the
repository's root. An anchor is one that GitHub generates from a heading's rendered text, the \`id\` or \`name\` of
any tag, or an explicit id in the syntax of other renderers (\`{#id}\`, \`{: #id }\`). In a repository with a site of
MkDocs or VitePress, an anchor of that site is one, too. The rule ignores addresses
with a scheme, footnotes, \`#top\`, \`#L10\`, expressions of templating languages, and paths outside of the
repository. If one existing target is nearly the same, the light bulb offers it; the fix is safe if the two differ
only by case, by separators or by one letter.`,
  severity: 'warning',
  stages: ['draft', 'progress', 'unknown', 'finished', 'dead', 'reference', 'retrospective'],
  *check({ document, environment: { files } }) {
    const nearest = nameFinder();
    for (const link of readLinks(document)) {
      const address = readAddress(link.target);
      if (!address) continue;
      const { path, anchor } = address;
      const isSelf = path === '' || files?.isSelf(path) === true;
      if (!isSelf && files && !resolves(files, path)) {
        yield pathProblem(document, link, address, nearestPath(files, path, nearest));
      } else if (isCheckedAnchor(anchor)) {
        const anchors = isSelf ? anchorsOf(document) : MARKDOWN.test(path) && files?.anchors(path);
        if (anchors && anchorLine(anchors, anchor) === undefined) {
          const onSite = SITES.some((config) => files?.exists(config));
          if (onSite && isSiteAnchor(anchors, anchor)) continue;
          const near = nearest(anchor, anchors.names);
          yield anchorProblem(document, link, address, { isSelf, anchors, near, onSite });
        }
      }
    }
  },
};

/** The existing name that a wrong name probably means. */
interface Near {
  readonly name: string;
  /** True if the two differ only by a typo: case, separators or one letter. */
  readonly slip: boolean;
}

type NameFinder = (wrong: string, names: readonly string[]) => Near | undefined;

/** A finder for the names in one document. */
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

/** A path from the root without an extension, or with that of HTML, may be a page of a site and no file. */
const PAGE = /^\/(?:[^.]*|.*\.html?)$/i;

/**
 * True if a path leads to a file or may be a page. Links within a site omit a page's extension or use that of the HTML
 * that it is rendered to. Names are also compared in Unicode NFC, because some file systems normalize them.
 */
function resolves(files: Files, path: string): boolean {
  if (files.exists(path) || PAGE.test(path)) return true;
  const page = path.replace(/(?:\/+|\.html?)$/i, '');
  if (!MARKDOWN.test(path) && page !== '' && files.exists(`${page}.md`)) return true;
  const name = lastName(path).normalize('NFC');
  return /[^\0-\x7F]/.test(name) && files.beside(path).some((other) => other.normalize('NFC') === name);
}

/** The path with its first missing name replaced by the nearest existing one; undefined unless the result exists. */
function nearestPath(files: Files, path: string, nearest: NameFinder): Near | undefined {
  const names = path.replace(/\/+$/, '').split('/');
  for (const [at, name] of names.entries()) {
    const above = names.slice(0, at);
    const part = [...above, name].join('/');
    if (name === '' || name === '.' || name === '..' || files.exists(part)) continue;
    const near = nearest(name, files.beside(part));
    const corrected = near && [...above, near.name, ...names.slice(at + 1)].join('/');
    if (near === undefined || corrected === undefined) return undefined;
    return at === names.length - 1 || files.exists(corrected) ? { ...near, name: corrected } : undefined;
  }
  return undefined;
}

function pathProblem(document: Document, link: Link, address: Address, near: Near | undefined): Problem {
  return {
    range: link.range,
    message: near
      ? say`Broken link: there is no file "${address.path}"; the nearest is "${near.name}".`
      : say`Broken link: there is no file "${address.path}".`,
    ...(near && fixOf(document, link, address, { part: 'path', name: near.name, safe: near.slip })),
  };
}

/** A wrong anchor: of which document, and what it may mean. */
interface AnchorQuestion {
  readonly isSelf: boolean;
  readonly anchors: Anchors;
  readonly near: Near | undefined;
  /** The repository has a site that makes other anchors than GitHub. */
  readonly onSite: boolean;
}

function anchorProblem(
  document: Document,
  link: Link,
  address: Address,
  { isSelf, anchors, near, onSite }: AnchorQuestion,
): Problem {
  const { anchor, path } = address;
  // Where renderers disagree on a heading's anchor, only the author knows which one renders the document.
  const isAgreed = (name: string): boolean =>
    anchors.agreed.has(name) && (!onSite || siteName(name) === name);
  const safe = near?.slip === true && isAgreed(near.name);
  return {
    range: link.range,
    message: noAnchor(anchor, isSelf ? undefined : path, near?.name),
    ...(near && fixOf(document, link, address, { part: 'anchor', name: near.name, safe })),
  };
}

/** Says that a heading is missing, in another file than the document if its path is given. */
function noAnchor(anchor: string, path: string | undefined, near: string | undefined): Message {
  if (path === undefined)
    return near === undefined
      ? say`Broken link: no heading of this document has the anchor "${anchor}".`
      : say`Broken link: no heading of this document has the anchor "${anchor}"; the nearest is "${near}".`;
  return near === undefined
    ? say`Broken link: no heading of "${path}" has the anchor "${anchor}".`
    : say`Broken link: no heading of "${path}" has the anchor "${anchor}"; the nearest is "${near}".`;
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
    fixes: [{ title: say`Link to "${text}"`, applicability: safe ? 'safe' : 'choice', edits: [edit] }],
  };
}
