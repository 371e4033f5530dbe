/** Addresses of links: which of them lead to files and headings, and what they say. */

import { decoded } from './links';

/** An address as it is written, in parts that make it up again; `hash` and `query` bring their sign along. */
export interface Address {
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly rawAnchor: string;
  /** The path and the anchor with their escapes read. */
  readonly path: string;
  readonly anchor: string;
}

/** With a scheme, or on another host. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;
/**
 * Text that a templating language or a site generator makes an address of (`{{ x }}`, `{% x %}`, `${X}`, `@site/x`, `~/x`),
 * a placeholder, a glob, a path in another notation, or an ellipsis.
 */
const TEMPLATING = /[{}<>*\\|…]|\$[({A-Za-z_]|%[({]|^[@~]|^\.{3,}/;
/** A page of the repository on its host, which no file stands for: `../../issues/12`. */
const HOSTED = new RegExp(
  String.raw`^(?:\.\./)+(?:` +
    String.raw`(?:issues|pulls?|discussions|milestones?|projects)(?:/(?:\d[^/]*|new|choose).*)?/?` +
    '|' +
    String.raw`(?:wiki|releases|actions|commits?|compare|labels|tags|branches|settings|security/advisories)(?:/(?!.*\.md$).*)?` +
    '|' +
    '(?:blob|tree|raw|blame|edit|-)/.*)$',
  'i',
);
/** Anchors that no heading has: lines of a file, text that is looked for, routes of a page. */
const NO_HEADING = /^(?:top|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[!/^=?].*)$/i;
/** Footnotes, as GitHub and others call them. */
const FOOTNOTE = /^(?:user-content-)?fn(?:ref)?(?:\d|[-:]).*$/i;

/** What an address says; undefined for one that leads to no file or heading of the repository, or may not. */
export function readAddress(target: string): Address | undefined {
  if (target === '' || ELSEWHERE.test(target)) return undefined;
  const hash = target.indexOf('#');
  const before = hash < 0 ? target : target.slice(0, hash);
  const query = before.indexOf('?');
  const rawPath = query < 0 ? before : before.slice(0, query);
  const rawAnchor = hash < 0 ? '' : target.slice(hash + 1);
  const path = decoded(rawPath);
  if (TEMPLATING.test(rawPath) || HOSTED.test(path)) return undefined;
  return {
    rawPath,
    rawQuery: query < 0 ? '' : before.slice(query),
    rawAnchor,
    path,
    anchor: decoded(rawAnchor),
  };
}

/** True for an anchor that may lead to a heading or an id. */
export function isJudged(anchor: string): boolean {
  return (
    anchor !== '' &&
    !anchor.includes(':~:') &&
    !TEMPLATING.test(anchor) &&
    !NO_HEADING.test(anchor) &&
    !FOOTNOTE.test(anchor)
  );
}
