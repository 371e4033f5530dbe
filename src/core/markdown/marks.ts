/** Requirement marks at the end of a heading: "(Required)", "[optional]", "*(mandatory)*", `<!-- optional -->`. */

import { withoutAnchor } from '../text/names';
import { narrow } from '../text/unicode';
import words from '../vocabulary/marks.json';
import { isOmissionMark } from './omission';

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
  /** The words are those of every template, such as "Required"; others may be the author's own: "(when idle)". */
  readonly isFixed: boolean;
  readonly start: number;
  readonly end: number;
}

const BRACKETED = /[ \t]*([*_]*)(?:[(（]([^()（）]*)[)）]|[[［【]([^[\]［］【】]*)[\]］】])([*_]*)[ \t]*$/;
const COMMENT = /[ \t]*<!--((?:(?!-->).)*)-->[ \t]*$/;
const ITALIC = /[ \t]*([*_])([^*_]+)\1[ \t]*$/;
/** Matches the end of every mark. */
const CLOSED = /[)\]*_>）］】][ \t]*$/;
const LONGEST_MARK = 200;
const COMBINED = /^(?:(?:optional[, ]+)?but |optional[, ]+)(?:strongly )?(?:recommended|encouraged)$/;
const CONDITION = new RegExp(
  `^(?:(?:${words.required.join('|')})[,;:]?[ \\t]+)?((?:${words.conditionWords.join('|')})(?=[ \\t]|$).*)$`,
  'i',
);
/** Short words that open a condition behind a word for "required" only, where they cannot be a unit or a name. */
const REQUIRED_IF = new RegExp(
  `^(?:${words.required.join('|')})[,;:、，]?[ \\t]*((?:${words.requiredIf.join('|')})[ \\t].*)$`,
  'i',
);
/** A condition that a word for "required" closes, as in Chinese, Japanese and Korean. */
const IF_REQUIRED = new RegExp(
  `^(.*(?:${words.requiredIfAmid.join('|')}).*?)(?:は|に|，|,)?[ \\t]*(?:${words.required.join('|')})$`,
);
const KINDS: ReadonlyMap<string, Requirement> = new Map(
  (['required', 'optional', 'recommended'] as const).flatMap((kind) =>
    words[kind].map((word) => [word, { kind }] as const),
  ),
);

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
  return (
    requirement && {
      requirement,
      isFixed: isFixed(keyOf(words)),
      start: from + match.index,
      end: title.length,
    }
  );
}

/** A heading's text without its mark and anchor. */
export function withoutMark(text: string): string {
  const mark = findMark(text);
  return (mark ? text.slice(0, mark.start) : withoutAnchor(text)).trim();
}

/** Parses a text as a requirement; undefined if it is anything else, such as a sentence. */
export function readMark(source: string): Requirement | undefined {
  const text = folded(source);
  const key = keyOf(source);
  const kind = KINDS.get(key);
  if (kind) return kind;
  if (COMBINED.test(key)) return { kind: 'recommended' };
  if (isOmissionMark(text)) return { kind: 'optional' };
  const match = CONDITION.exec(text) ?? REQUIRED_IF.exec(text) ?? IF_REQUIRED.exec(text);
  const condition = match?.[1] ?? (isBareCondition(key) ? text : undefined);
  return condition === undefined ? undefined : { kind: 'conditional', when: conditionWords(condition) };
}

function folded(source: string): string {
  return narrow(source).replace(/\s+/g, ' ').trim();
}

function keyOf(source: string): string {
  return folded(source).toLowerCase();
}

function isFixed(key: string): boolean {
  return KINDS.has(key) || COMBINED.test(key) || isBareCondition(key);
}

/** True for a text that is a mark, and cannot be a placeholder that opens like a condition. */
export function isMarkText(text: string): boolean {
  const mark = readMark(text);
  return (
    mark !== undefined && (mark.kind !== 'conditional' || isBareCondition(mark.when?.toLowerCase() ?? ''))
  );
}

/** True for the words of a condition without content, such as "if applicable", in lower case. */
function isBareCondition(key: string): boolean {
  return words.conditions.includes(key);
}

function conditionWords(condition: string): string {
  return condition.replace(/^include[ \t]+if\b/i, 'if').trim();
}
