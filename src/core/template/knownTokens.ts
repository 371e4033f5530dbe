/** Tokens of a template that stand for something that is known of a new document: `{{ title }}`, `<Your Name>`, `[Date]`. */

import words from '../vocabulary/newDocument.json';
import type { Fill } from './draft';
import type { DocumentValues } from './fieldValue';
import { plainWords } from './titleSamples';

export type KnownKind = keyof typeof words.known;

export interface KnownToken {
  readonly kind: KnownKind;
  readonly start: number;
  readonly end: number;
}

const WORDS = 80;
/** What a token of another kind has: a number sign stands for digits, a bar for a choice. */
const INNER = `[^{}<>[\\]#|\\n]{1,${WORDS}}`;
const CAPITALS = /(?<![\p{L}\p{N}_])\p{Lu}{4,12}(?![\p{L}\p{N}_])/gu;

/** The tokens whose words are known, in order. A link is none. */
export function findKnownTokens(text: string): KnownToken[] {
  const bracketed = new RegExp(
    `\\{\\{-?(${INNER}?)-?\\}\\}|\\$?\\{(${INNER})\\}|<(${INNER})>|\\[(${INNER})\\](?![(:[])`,
    'g',
  );
  const tokens = [...text.matchAll(bracketed)].flatMap((match) => {
    const [whole, ...groups] = match;
    return tokenOf(groups.find((group) => group !== undefined) ?? '', match.index, whole.length);
  });
  // Words in capitals alone are too common in text: they count where nothing else stands for something.
  if (tokens.length > 0) return tokens;
  return [...text.matchAll(CAPITALS)].flatMap((match) => tokenOf(match[0], match.index, match[0].length));
}

/** What replaces the tokens of a text whose values are known. A status starts as `status`. */
export function tokenFills(text: string, values: DocumentValues, status = words.firstStatus.field): Fill[] {
  const known = {
    title: values.title,
    date: values.today,
    author: values.author,
    number: values.number,
    status,
  };
  return findKnownTokens(text).flatMap(({ kind, start, end }) => {
    const value = known[kind];
    return value === undefined ? [] : [{ start, end, text: value }];
  });
}

function tokenOf(name: string, start: number, length: number): KnownToken[] {
  const kind = knownKind(name);
  return kind ? [{ kind, start, end: start + length }] : [];
}

function knownKind(name: string): KnownKind | undefined {
  const key = plainWords(name);
  const kinds = Object.keys(words.known) as KnownKind[];
  return kinds.find((kind) => words.known[kind].includes(key));
}
