/** Requirement marks: "(Required)", "[optional]", "*(mandatory)*", `<!-- optional -->` at a heading's end. */

import { withoutAnchor } from '../text/names';

export type RequirementKind = 'required' | 'conditional' | 'recommended' | 'optional';

export interface Requirement {
  readonly kind: RequirementKind;
  /** The condition's own words, for a conditional requirement. */
  readonly when?: string;
}

/** A mark and where it stands in the heading's text, the blanks before it included. */
export interface Mark {
  readonly requirement: Requirement;
  readonly start: number;
  readonly end: number;
}

const BRACKETED = /[ \t]*([*_]*)(?:\(([^()]*)\)|\[([^[\]]*)\])([*_]*)[ \t]*$/;
const COMMENT = /[ \t]*<!--((?:(?!-->).)*)-->[ \t]*$/;
const ITALIC = /[ \t]*([*_])([^*_]+)\1[ \t]*$/;
/** How every mark ends. */
const CLOSED = /[)\]*_>][ \t]*$/;
const LONGEST_MARK = 200;
const CONDITION =
  /^(?:(?:required|mandatory)[ \t]+)?((?:when|if|where|unless|include[ \t]+if|only[ \t]+if)\b.*)$/i;

/** The mark at the end of a heading's text, or undefined. The brackets must hold a mark and nothing else. */
export function findMark(text: string): Mark | undefined {
  const title = withoutAnchor(text);
  if (!CLOSED.test(title)) return undefined;
  // A mark is short; looking at the end only keeps the search linear in hostile titles.
  const from = Math.max(0, title.length - LONGEST_MARK);
  const tail = title.slice(from);
  const match = BRACKETED.exec(tail) ?? ITALIC.exec(tail) ?? COMMENT.exec(tail);
  if (!match) return undefined;
  const words = match[2] ?? match[3] ?? match[1] ?? '';
  const requirement = readMark(words);
  return requirement && { requirement, start: from + match.index, end: title.length };
}

/** A heading's text without its mark and anchor. */
export function withoutMark(text: string): string {
  const mark = findMark(text);
  return (mark ? text.slice(0, mark.start) : withoutAnchor(text)).trim();
}

/** Reads words as a mark; undefined if they are anything more or anything else, such as a sentence. */
export function readMark(words: string): Requirement | undefined {
  const text = words.replace(/\s+/g, ' ').trim();
  if (/^(?:required|mandatory)$/i.test(text)) return { kind: 'required' };
  if (/^optional$/i.test(text)) return { kind: 'optional' };
  if (/^(?:(?:optional[, ]+)?but |optional[, ]+)?(?:strongly )?(?:recommended|encouraged)$/i.test(text)) {
    return { kind: 'recommended' };
  }
  const condition = CONDITION.exec(text)?.[1];
  return condition === undefined ? undefined : { kind: 'conditional', when: conditionWords(condition) };
}

function conditionWords(condition: string): string {
  return condition.replace(/^include[ \t]+if\b/i, 'if').trim();
}
