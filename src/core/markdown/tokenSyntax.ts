/** Text in brackets that belongs to a syntax and is no placeholder: math, macros, expressions, wiki links, marks. */

import type { Span } from './inline';
import { spanFinder } from './inline';
import { isMarkText } from './marks';

/** A piece of a text: `text.slice(start, end)`. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The inner text of attribute lists, tags of templating languages, proposed edits, and comments and paths of MDX. */
const BRACES = /^(?:[:%.#=~>/!^&-]|[\w-]+=|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$)/;
/** The same in double braces: a shortcode, block, call, string or path such as `site.title`; one name is no such path. */
const DOUBLE_BRACES =
  /^\{-?[ \t]*(?:[<%.#/>!^&"'@$]|(?!e\.g\.|i\.e\.)[\w-]+\.\w|(?:include|partial|ref|relref|template|toc)(?:[ \t]+["']|[ \t]*\}))/;
/** A macro for a table of contents. */
const CONTENTS = /^_?toc_?$/i;
/** A class of characters in a regular expression, and an answer. */
const CLASS = /^\^?(?:[A-Za-z0-9]-[A-Za-z0-9][_.-]*)+$|^n\/?a$/i;
/** The label of a standard, such as "RFC 2119". A number of zeros is a mask. */
const STANDARD = /^[A-Z]{1,5}[ -]?(?!0{3,}$)\d+$/;
/** A dollar sign, or a backslash with the character that it escapes. */
const MATH = /\\[\s\S]|\$\$?/g;
const MATH_ENDS: Readonly<Record<string, string>> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };

/**
 * True if the brackets at `text.slice(start, end)` belong to a syntax, so that nothing between them is a placeholder
 * either.
 */
export function isSyntax(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1);
  const before = text[start - 1] ?? ' ';
  switch (text[start]) {
    case '{':
      return /[$%]/.test(before) || BRACES.test(inner) || DOUBLE_BRACES.test(inner);
    case '[':
      return (
        before === '@' ||
        /^\[\S(?:[^[\]]*\S)?\]$/.test(inner) ||
        text.startsWith('{.', end) ||
        CONTENTS.test(inner) ||
        CLASS.test(inner) ||
        STANDARD.test(inner) ||
        isMarkText(inner)
      );
    default:
      return false;
  }
}

/**
 * The pieces of a text that are math: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. As in Pandoc and on GitHub, a single dollar
 * sign opens math only before text and closes it only behind text, so that prices and variables are no math.
 */
export function mathIn(text: string, spans: readonly Span[]): Piece[] {
  const math: Piece[] = [];
  if (!/[$\\]/.test(text)) return math;
  const spanAt = spanFinder(spans);
  let open: { readonly sign: string; readonly start: number } | undefined;
  for (const { 0: sign, index } of text.matchAll(MATH)) {
    if (spanAt(index)?.kind === 'code') continue;
    const end = index + sign.length;
    const isSingle = sign === '$';
    if (open && MATH_ENDS[open.sign] === sign && !(isSingle && !closesMath(text, index))) {
      math.push({ start: open.start, end });
      open = undefined;
    } else if (
      sign in MATH_ENDS &&
      (!open || open.sign === '$') &&
      !(isSingle && /[\s{(]/.test(text[end] ?? ' '))
    ) {
      open = { sign, start: index };
    }
  }
  return math;
}

function closesMath(text: string, at: number): boolean {
  return /\S/.test(text[at - 1] ?? ' ') && !/[A-Za-z0-9{(]/.test(text[at + 1] ?? ' ');
}
