/**
 * The anchors that renderers derive from the text of headings. GitHub uses the rendered text. Other programs claim to
 * do the same, but treat images, entities and other syntax differently, so a heading may have several anchors.
 */

import { htmlText } from '../../markdown/htmlTags';
import type { InlinePiece, PieceKind } from '../../markdown/inlineMarkdown';
import { inlinePieces, withoutEntities } from '../../markdown/inlineMarkdown';
import { fold } from '../../markdown/tokens';
import { isPlain } from '../../text/unicode';

/** The anchors of a heading by renderer, without the number that distinguishes headings with equal names. */
export interface Slugs {
  readonly github: string;
  /** github-slugger's; renderers include the description of images in its input. */
  readonly slugger: string;
  /** That of markdownlint's rule for link fragments (MD051); empty if it has none. */
  readonly markdownlint: string;
  /** That of renderers which drop ids, footnotes, emoji, and blanks at both ends. */
  readonly bare: string;
}

/**
 * Syntax that renders as different text, or that one of the renderers drops. Asterisks and backticks never get into an
 * anchor, so headings with them need no parsing, except for code with blanks at its ends. An underscore inside a word
 * is text.
 */
const SPECIAL = /[<&[\]{}\n]|\uFE0F|:[\w+-]+:|(?:^|[^A-Za-z0-9])_|_(?:[^A-Za-z0-9]|$)|``|(?:^|\s)`\s/;
/** A prefilter for `SPECIAL`: a character that each of its alternatives contains. Most headings have none. */
const MAY_BE_SPECIAL = /[<&[\]{}\n:_`]|\uFE0F/;
const LEFT_OUT = /[ \t]*\{[^{}\n]*[#=:.][^{}\n]*\}|\[\^[^\]\n]*\]|:[\w+-]+:|\uFE0F/g;
const PLAIN_SLUG = /^[\w -]*$/;

const GITHUB: ReadonlySet<PieceKind> = new Set<PieceKind>(['text', 'entity', 'address', 'break']);
const SLUGGER: ReadonlySet<PieceKind> = new Set<PieceKind>([...GITHUB, 'alt']);
const MARKDOWNLINT: ReadonlySet<PieceKind> = new Set<PieceKind>(['text']);

/** The anchors of a heading from its inline source. `labels` lists the defined link labels, one per line. */
export function slugsOf(source: string, labels: string): Slugs {
  if (!MAY_BE_SPECIAL.test(source) || !SPECIAL.test(source)) return slugsOfText(source);
  const pieces = inlinePieces(source, labels);
  const github = textOf(pieces, GITHUB);
  return {
    github: githubSlug(github),
    slugger: githubSlug(textOf(pieces, SLUGGER)),
    markdownlint: markdownlintSlug(textOf(pieces, MARKDOWNLINT)),
    bare: bareSlug(github),
  };
}

/** The anchors of an HTML heading, from the HTML between its tags. */
export function slugsOfHtml(html: string): Slugs {
  const text = withoutEntities(htmlText(html));
  const github = githubSlug(text);
  return { github, slugger: github, markdownlint: '', bare: bareSlug(text) };
}

function slugsOfText(text: string): Slugs {
  const github = githubSlug(text);
  const markdownlint = isPlain(text) ? github : markdownlintSlug(text);
  return { github, slugger: github, markdownlint, bare: github };
}

function textOf(pieces: readonly InlinePiece[], kinds: ReadonlySet<PieceKind>): string {
  let text = '';
  for (const piece of pieces) if (kinds.has(piece.kind)) text += piece.text;
  return text;
}

function bareSlug(text: string): string {
  return githubSlug(fold(text.replace(LEFT_OUT, '')));
}

/** GitHub's anchor for a text: lower case, blanks as dashes, without all characters but letters, digits, - and _. */
export function githubSlug(text: string): string {
  const slug = text.toLowerCase();
  if (PLAIN_SLUG.test(slug)) return slug.replaceAll(' ', '-');
  const kept = isPlain(slug)
    ? slug.replace(/[^\w -]/g, '')
    : slug.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc} -]/gu, '');
  return kept.replaceAll(' ', '-');
}

function markdownlintSlug(text: string): string {
  const slug = text.toLowerCase();
  return slug.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
}
