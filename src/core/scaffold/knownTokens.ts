/** Placeholders of a template for known values of a new document: `{{ title }}`, `<Your Name>`, `[Date]`. */

import { plainWords } from '../template/titleSamples';
import words from '../vocabulary/newDocument.json';
import type { Fill } from './draft';
import type { DocumentValues } from './fieldValue';

/** The kind of value that a placeholder stands for. */
export type KnownKind = keyof typeof words.known;

/** A placeholder for a known value, at `text.slice(start, end)`. */
export interface KnownToken {
  readonly kind: KnownKind;
  readonly start: number;
  readonly end: number;
}

const LONGEST = 80;
/** The text between brackets. A number sign or a bar is part of other kinds of tokens: masks and choices. */
const INNER = `[^{}<>[\\]#|\\n]{1,${LONGEST}}`;
const CAPITALS = /(?<![\p{L}\p{N}_])\p{Lu}{4,12}(?![\p{L}\p{N}_])/gu;

/** The placeholders whose words are in the vocabulary, in order. The text of a link is not one. */
export function findKnownTokens(text: string): KnownToken[] {
  const bracketed = new RegExp(
    `\\{\\{-?(${INNER}?)-?\\}\\}|\\$?\\{(${INNER})\\}|<(${INNER})>|\\[(${INNER})\\](?![(:[])`,
    'g',
  );
  const tokens = [...text.matchAll(bracketed)].flatMap((match) => {
    const [whole, ...groups] = match;
    return tokenOf(groups.find((group) => group !== undefined) ?? '', match.index, whole.length);
  });
  // Words in capitals are common in text, so they count only if there is no token in brackets.
  if (tokens.length > 0) return tokens;
  return [...text.matchAll(CAPITALS)].flatMap((match) => tokenOf(match[0], match.index, match[0].length));
}

/** The fills of the placeholders in a text whose values are known. `status` is the value for a status. */
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
