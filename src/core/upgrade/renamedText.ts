/** The text of a heading under a new name: what an author wrote around the name stays. */

import type { SectionSpec } from '../template/template';
import type { Name } from '../text/names';
import { blankedName, nameKey, nameSpan } from '../text/names';

/** Offsets in a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const IS_WORD = /[\p{L}\p{N}]/u;
/** What regular expressions give a meaning. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;
/** Marks, tags and pictures, which stand in pairs or belong to the whole heading. */
const DECORATION = /[<>[\]{}()*_`~\\\p{Extended_Pictographic}]/u;
/** Symbols that are part of a name: "C++", "R&D". */
const SYMBOL = /[\p{Sm}\p{Sc}#&@%/\\]/u;

/**
 * A heading's text in which the name of a section is replaced by a new title; undefined if it is not certain which of its
 * characters are the name. A heading that has more than the name keeps its number and its tail, and takes none from the
 * title.
 */
export function renamedText(text: string, from: SectionSpec, title: string): string | undefined {
  const span = titleSpan(text, from.title) ?? wordSpan(text, from.name);
  if (!span) return undefined;
  const [before, after] = [text.slice(0, span.start), text.slice(span.end)];
  const name = before.trim() === '' && after.trim() === '' ? title : bareName(title);
  return name === undefined ? undefined : before + name + after;
}

/** The span of the template's title as it is, with no word in front of it and none glued to it. */
function titleSpan(text: string, title: string): Span | undefined {
  const found = new RegExp(title.replace(SYNTAX, '\\$&'), 'iu').exec(text);
  if (!found) return undefined;
  const span = { start: found.index, end: found.index + found[0].length };
  return !IS_WORD.test(text.charAt(span.end)) && isBare(text, span) ? span : undefined;
}

/** The span from the first to the last word of a name in other spelling, case or number. */
function wordSpan(text: string, { key, head }: Name): Span | undefined {
  const region = nameSpan(text);
  const words = [...blankedName(text).slice(region.start, region.end).matchAll(WORD)];
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const span = {
    start: region.start + first.index,
    end: region.start + last.index + last[0].length,
  };
  const found = text.slice(span.start, span.end);
  const own = nameKey(found);
  return (own === key || own === head) && !DECORATION.test(found) && isBare(text, span) ? span : undefined;
}

/** True if a heading has no word beside the span but in its number and its tail, and no symbol that a name may have. */
function isBare(text: string, { start, end }: Span): boolean {
  const region = nameSpan(text);
  const blanked = blankedName(text);
  const around = blanked.slice(region.start, start) + blanked.slice(end, region.end);
  return !IS_WORD.test(around) && !SYMBOL.test(around);
}

/** A title without its number and its tail; undefined if marks or pictures make it more than words. */
function bareName(title: string): string | undefined {
  const { start, end } = nameSpan(title);
  const name = title.slice(start, end).trim();
  return DECORATION.test(name) || nameKey(name) === '' ? undefined : name;
}
