/** Requirement marks at the end of a heading: "(Required)", "[optional]", "*(mandatory)*", `<!-- optional -->`. */

import { withoutAnchor } from '../text/names';

/** How strongly a template requires a section. */
export type RequirementKind = 'required' | 'conditional' | 'recommended' | 'optional';

/** What a requirement mark says. */
export interface Requirement {
  readonly kind: RequirementKind;
  /** The text of the condition, for a conditional requirement. */
  readonly when?: string;
}

/** A requirement mark and its offsets in the heading's text, including the blanks before it. */
export interface Mark {
  readonly requirement: Requirement;
  readonly start: number;
  readonly end: number;
}

const BRACKETED = /[ \t]*([*_]*)(?:\(([^()]*)\)|\[([^[\]]*)\])([*_]*)[ \t]*$/;
const COMMENT = /[ \t]*<!--((?:(?!-->).)*)-->[ \t]*$/;
const ITALIC = /[ \t]*([*_])([^*_]+)\1[ \t]*$/;
/** Matches the end of every mark. */
const CLOSED = /[)\]*_>][ \t]*$/;
const LONGEST_MARK = 200;
const CONDITION =
  /^(?:(?:required|mandatory)[ \t]+)?((?:when|if|where|unless|include[ \t]+if|only[ \t]+if)\b.*)$/i;

/** The mark at the end of a heading's text, or undefined. The brackets must contain a mark and nothing else. */
export function findMark(text: string): Mark | undefined {
  const title = withoutAnchor(text);
  if (!CLOSED.test(title)) return undefined;
  // Marks are short, and searching only the end of the title keeps the time linear for hostile titles.
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

/** Parses words as a requirement; undefined if they are anything else, such as a sentence. */
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
