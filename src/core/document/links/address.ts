/** Parses the addresses of links, and decides which of them lead to files and headings of the repository. */

import { decoded } from './links';

/** A parsed address. The raw parts are as written; `rawQuery` includes its `?`, `rawAnchor` excludes its `#`. */
export interface Address {
  readonly rawPath: string;
  readonly rawQuery: string;
  readonly rawAnchor: string;
  /** The path and the anchor, percent-decoded. */
  readonly path: string;
  readonly anchor: string;
}

/** An address with a scheme or a host. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;
/**
 * An address that a template language or a site generator replaces (`{{ x }}`, `{% x %}`, `${X}`, `@site/x`, `~/x`), or
 * a placeholder, a glob, a path with backslashes, or an ellipsis.
 */
const TEMPLATING = /[{}<>*\\|…]|\$[({A-Za-z_]|%[({]|^[@~]|^\.{3,}/;
/** A page of the repository on its host that is not a file: `../../issues/12`. */
const HOSTED = new RegExp(
  String.raw`^(?:\.\./)+(?:` +
    String.raw`(?:issues|pulls?|discussions|milestones?|projects)(?:/(?:\d[^/]*|new|choose).*)?/?` +
    '|' +
    String.raw`(?:wiki|releases|actions|commits?|compare|labels|tags|branches|settings|security/advisories)(?:/(?!.*\.md$).*)?` +
    '|' +
    '(?:blob|tree|raw|blame|edit|-)/.*)$',
  'i',
);
/** Anchors that are no headings: the top of a page, lines of a file, searches, and routes of a page. */
const NO_HEADING = /^(?:top|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[!/^=?].*)$/i;
/** The anchors that GitHub and other renderers give to footnotes. */
const FOOTNOTE = /^(?:user-content-)?fn(?:ref)?(?:\d|[-:]).*$/i;

/** Parses an address; undefined if it may lead to anything but a file or heading of the repository. */
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

/** True for an anchor that must lead to a heading or an id, so that rules check it. */
export function isCheckedAnchor(anchor: string): boolean {
  return (
    anchor !== '' &&
    !anchor.includes(':~:') &&
    !TEMPLATING.test(anchor) &&
    !NO_HEADING.test(anchor) &&
    !FOOTNOTE.test(anchor)
  );
}
