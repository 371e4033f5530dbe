/**
 * The anchors that headings get from their text. GitHub makes them of the text as it is rendered; other programs that
 * say that they do as GitHub does differ in images, entities and the like, so that a text may have several.
 */

import { htmlText } from '../markdown/htmlTags';
import type { InlinePiece, PieceKind } from '../markdown/inlineMarkdown';
import { inlinePieces, withoutEntities } from '../markdown/inlineMarkdown';
import { fold } from '../markdown/tokens';
import { isPlain } from '../text/unicode';

/** A heading's anchor by different authorities, without the number that tells headings of one name apart. */
export interface Slugs {
  readonly github: string;
  /** By github-slugger, to which renderers hand what an image shows, too. */
  readonly slugger: string;
  /** By markdownlint's rule for link fragments (MD051). */
  readonly markdownlint: string;
  /** Without what other renderers take off a heading: ids, footnotes, emoji, blanks at its ends. */
  readonly bare: string;
}

/**
 * What may be rendered as something else, or be left out by one of them. No anchor has asterisks, backticks and the
 * like, so that they need not be read, but for code with blanks at its ends; an underline inside of a word is one.
 */
const SPECIAL = /[<&[\]{}\n]|\uFE0F|:[\w+-]+:|(?:^|[^A-Za-z0-9])_|_(?:[^A-Za-z0-9]|$)|``|(?:^|\s)`\s/;
/** One of the signs that all of these have: most headings have none. */
const SIGN = /[<&[\]{}\n:_`]|\uFE0F/;
const LEFT_OUT = /[ \t]*\{[^{}\n]*[#=:.][^{}\n]*\}|\[\^[^\]\n]*\]|:[\w+-]+:|\uFE0F/g;
const PLAIN_SLUG = /^[\w -]*$/;

const GITHUB: ReadonlySet<PieceKind> = new Set<PieceKind>(['text', 'entity', 'address', 'break']);
const SLUGGER: ReadonlySet<PieceKind> = new Set<PieceKind>([...GITHUB, 'alt']);
const MARKDOWNLINT: ReadonlySet<PieceKind> = new Set<PieceKind>(['text']);

/** The anchors of a heading's inline source, where the given labels, on a line each, are defined. */
export function slugsOf(source: string, labels: string): Slugs {
  if (!SIGN.test(source) || !SPECIAL.test(source)) return slugsOfText(source);
  const pieces = inlinePieces(source, labels);
  const github = textOf(pieces, GITHUB);
  return {
    github: githubSlug(github),
    slugger: githubSlug(textOf(pieces, SLUGGER)),
    markdownlint: markdownlintSlug(textOf(pieces, MARKDOWNLINT)),
    bare: bareSlug(github),
  };
}

/** The anchors of a heading that is written in HTML, from what stands between its tags. */
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

/** GitHub's anchor for a text: lower case, blanks to dashes, everything but letters, digits, - and _ dropped. */
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
