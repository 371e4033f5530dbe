/** The anchors of a document: those of its headings, and explicit ids in its text. */

import { collect } from '../../query/collect';
import { memoize } from '../../query/memoize';
import { isPlain } from '../../text/unicode';
import type { Document, Parse } from '../document';
import { PARSE, parseDocument } from '../document';
import { findsOf } from '../inlineFinds';
import type { Succession } from '../succession';
import { readSuccession } from '../succession';
import { labelsIn } from './definitions';
import { innerHeadings, titleSlugs } from './headingAnchors';
import type { IndexRow } from './indexRows';
import { readIndexRows } from './indexRows';
import type { Link } from './links';
import { decoded, readLinks } from './links';
import type { Slugs } from './slugs';

/** All anchors of a document. */
export interface Anchors {
  /** The line of each anchor, by every name that GitHub or another renderer gives it, normalized by `anchorKey`. */
  readonly lines: ReadonlyMap<string, number>;
  /** The names to write in links: GitHub's anchors of headings, and ids. */
  readonly names: readonly string[];
  /** The names on which GitHub, github-slugger and markdownlint agree. */
  readonly agreed: ReadonlySet<string>;
}

/** A link to an existing anchor in the same document, and the line of that anchor. */
export interface ResolvedAnchor extends Link {
  readonly line: number;
}

/** The normalized form of an anchor. Case is ignored, as GitHub does. */
function anchorKey(anchor: string): string {
  const lower = anchor.toLowerCase();
  return isPlain(lower) ? lower : lower.normalize('NFC');
}

/** The line of a percent-decoded anchor; undefined if the document does not have it. */
export function anchorLine({ lines }: Anchors, anchor: string): number | undefined {
  const key = anchorKey(anchor);
  return lines.get(key) ?? lines.get(withoutPrefix(key));
}

/** The key in `lines` under which the document has a percent-decoded anchor; undefined if it does not have it. */
export function knownAnchor({ lines }: Anchors, anchor: string): string | undefined {
  const key = anchorKey(anchor);
  return [key, withoutPrefix(key)].find((one) => lines.has(one));
}

/** The prefix that GitHub adds to each id of a document. */
const PREFIX = 'user-content-';

function withoutPrefix(key: string): string {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

/** The links to anchors of the same document that exist. The cost is linear in the number of parts. */
export function resolvedAnchors(document: Document): ResolvedAnchor[] {
  const links = readLinks(document).filter(({ target }) => target.length > 1 && target.startsWith('#'));
  if (links.length === 0) return [];
  const anchors = anchorsOf(document);
  return links.flatMap((link) => {
    const line = anchorLine(anchors, decoded(link.target.slice(1)));
    return line === undefined ? [] : { ...link, line };
  });
}

/** The anchors of a document. */
export function anchorsOf(document: Document): Anchors {
  return anchorsIn(document[PARSE]);
}

/** All headings of a document in order, including those in quotes, lists and HTML. */
export function headingAnchors(document: Document): readonly HeadingAnchor[] {
  return [...headingsIn(document[PARSE])];
}

/** What other documents need of a file: its anchors, which documents it supersedes, and its rows if it is an index. */
export interface LinkedFile extends Anchors {
  readonly succession: Succession;
  readonly rows: readonly IndexRow[];
}

/** Reads another file's text; undefined for an empty file, which may be a placeholder for one to come. */
export function readLinkedFile(text: string): LinkedFile | undefined {
  if (text.trim() === '') return undefined;
  const document = parseDocument(text);
  return {
    ...anchorsOf(document),
    succession: readSuccession(document),
    rows: readIndexRows(document),
  };
}

const anchorsIn = memoize((parse: Parse): Anchors => {
  const lines = new Map<string, number>();
  const names: string[] = [];
  const agreed = new Set<string>();
  const add = (name: string, line: number): void => {
    const key = anchorKey(name);
    if (key !== '' && !lines.has(key)) lines.set(key, line);
  };
  const numbering = new Numbering();
  for (const { slugs, line } of headingsIn(parse)) {
    const { github, slugger, markdownlint, bare } = numbering.number(slugs);
    for (const name of new Set([github, slugger, markdownlint, bare])) add(name, line);
    if (github === '') continue;
    names.push(github);
    if (github === slugger && github === markdownlint) agreed.add(github);
  }
  for (const { id, html, line } of idsIn(parse)) {
    add(id, line);
    names.push(id);
    if (html) agreed.add(id);
  }
  return { lines, names, agreed };
});

/** How many headings with one name each renderer has numbered. */
class Counts {
  github = 0;
  /** Undefined for a name that is free. */
  slugger: number | undefined;
  markdownlint = 0;
  bare = 0;
}

/** Numbers headings with equal names, in the way of each renderer. */
class Numbering {
  private readonly counts = new Map<string, Counts>();

  number({ github, slugger, markdownlint, bare }: Slugs): Slugs {
    return {
      github: numbered(github, this.of(github).github++),
      slugger: this.unused(slugger),
      markdownlint: markdownlint === '' ? '' : numbered(markdownlint, this.of(markdownlint).markdownlint++),
      bare: numbered(bare, this.of(bare).bare++),
    };
  }

  private of(name: string): Counts {
    const counts = this.counts.get(name) ?? new Counts();
    this.counts.set(name, counts);
    return counts;
  }

  /** github-slugger skips numbers that give the name of another heading. */
  private unused(name: string): string {
    const own = this.of(name);
    if (own.slugger === undefined) {
      own.slugger = 0;
      return name;
    }
    for (;;) {
      const next = `${name}-${++own.slugger}`;
      const counts = this.of(next);
      if (counts.slugger !== undefined) continue;
      counts.slugger = 0;
      return next;
    }
  }
}

/** The second heading with a name gets `name-1`, even if another heading has that name. */
function numbered(name: string, count: number): string {
  return count === 0 ? name : `${name}-${count}`;
}

/** The anchors that a heading's text gives, and its line. */
export interface HeadingAnchor {
  readonly slugs: Slugs;
  readonly line: number;
}

/** All headings of the document in order, including those in quotes, lists and HTML. */
function* headingsIn(parse: Parse): Generator<HeadingAnchor> {
  const { parts, starts } = parse;
  const labels = labelsIn(parse);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (!part) continue;
    const start = starts[at] ?? 0;
    const slugs = titleSlugs(part, labels);
    if (slugs) yield { slugs, line: start };
    for (const inner of innerHeadings(part, labels)) yield { slugs: inner.slugs, line: start + inner.line };
  }
}

function idsIn(parse: Parse): { readonly id: string; readonly html: boolean; readonly line: number }[] {
  const finds = collect(parse, findsOf, labelsIn(parse), (find, line) => ({ find, line }));
  return finds.flatMap(({ find, line }) =>
    find.kind === 'id' ? { id: find.id, html: find.html, line: line + find.line } : [],
  );
}
