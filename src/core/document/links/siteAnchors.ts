/**
 * Anchors on a site of a team. Python-Markdown, which MkDocs uses, and VitePress fold what is between two words of a
 * heading into one dash, where GitHub keeps a dash for each blank: "Up / Down" is `up-down` and not `up--down`.
 */

import { memoize } from '../../query/memoize';
import type { Anchors } from './anchors';

/** The files and folders, from the root of the repository, that configure such a site. */
export const SITES: readonly string[] = [
  '/mkdocs.yml',
  '/mkdocs.yaml',
  '/docs/mkdocs.yml',
  '/docs/mkdocs.yaml',
  '/.vitepress',
  '/docs/.vitepress',
  '/.vuepress',
  '/docs/.vuepress',
];

/** True if a site has the anchor for a heading or an id of the document. */
export function isSiteAnchor(anchors: Anchors, anchor: string): boolean {
  const names = siteNames(anchors);
  const name = anchor.toLowerCase();
  return names.has(name) || names.has(name.replace(REPEATED, '-$1'));
}

/** A number that Python-Markdown adds to the second heading with a name. */
const REPEATED = /_(\d{1,4})$/;

/** The anchor that a site has for a heading with the given anchor on GitHub. */
export function siteName(name: string): string {
  return name.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

const siteNames = memoize(
  ({ names }: Anchors): ReadonlySet<string> => new Set(names.map((name) => siteName(name.toLowerCase()))),
);
