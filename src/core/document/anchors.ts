/** The anchors of a document, which links lead to: those of its headings, and ids that its text gives. */

import { collect } from '../query/collect';
import { memoize } from '../query/memoize';
import { isPlain } from '../text/unicode';
import { labelsIn } from './definitions';
import type { Document, Parse } from './document';
import { PARSE, parseDocument } from './document';
import { innerHeadings, titleSlugs } from './headingAnchors';
import { findsOf } from './inlineFinds';
import type { Link } from './links';
import { decoded, readLinks } from './links';
import type { Slugs } from './slugs';

export interface Anchors {
  /** The lines of the anchors, by every name that GitHub or another renderer knows them by, as `anchorKey` has it. */
  readonly lines: ReadonlyMap<string, number>;
  /** The names to write in a link: what GitHub calls headings, and ids. */
  readonly names: readonly string[];
  /** Those that github-slugger and markdownlint both give. */
  readonly agreed: ReadonlySet<string>;
}

/** A link to an anchor of its own document that is there, and the line that it leads to. */
export interface ResolvedAnchor extends Link {
  readonly line: number;
}

/** The form in which anchors are compared: GitHub's script does not regard case, and puts a prefix in front. */
function anchorKey(anchor: string): string {
  const lower = anchor.toLowerCase();
  return isPlain(lower) ? lower : lower.normalize('NFC');
}

/** The line that an anchor, as it is decoded, leads to; undefined if it is not there. */
export function anchorLine({ lines }: Anchors, anchor: string): number | undefined {
  const key = anchorKey(anchor);
  return lines.get(key) ?? lines.get(withoutPrefix(key));
}

/** What GitHub puts in front of each id of a document. */
const PREFIX = 'user-content-';

function withoutPrefix(key: string): string {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

/** The links to anchors of the document itself that lead somewhere. Each question costs one look at every part. */
export function resolvedAnchors(document: Document): ResolvedAnchor[] {
  const own = readLinks(document).filter(({ target }) => target.length > 1 && target.startsWith('#'));
  if (own.length === 0) return [];
  const anchors = anchorsOf(document);
  return own.flatMap((link) => {
    const line = anchorLine(anchors, decoded(link.target.slice(1)));
    return line === undefined ? [] : { ...link, line };
  });
}

/** The anchors of a document. */
export function anchorsOf(document: Document): Anchors {
  return anchorsIn(document[PARSE]);
}

/** The anchors of the text of another file; nothing of one without text, which stands in for what is yet to come. */
export function anchorsOfText(text: string): Anchors | undefined {
  return text.trim() === '' ? undefined : anchorsOf(parseDocument(text));
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

/** How often each authority has met a name. */
class Counts {
  github = 0;
  /** Undefined for a name that is free. */
  slugger: number | undefined;
  markdownlint = 0;
  bare = 0;
}

/** Tells headings of one name apart by numbers, as each authority does. */
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
    const known = this.counts.get(name) ?? new Counts();
    this.counts.set(name, known);
    return known;
  }

  /** github-slugger passes by the numbers that another heading has taken. */
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

/** The second of a name is `name-1`, even where another heading is called that. */
function numbered(name: string, count: number): string {
  return count === 0 ? name : `${name}-${count}`;
}

interface HeadingAnchor {
  readonly slugs: Slugs;
  readonly line: number;
}

/** The headings of the document in order, those in quotes, lists and HTML too. */
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
