/** JSON as people write it, with comments and trailing commas. The only file that imports jsonc-parser. */

import { createScanner, parseTree, printParseErrorCode } from 'jsonc-parser';
import { shorten } from '../text/shorten';
import { ConfigError } from './configError';

/** A value and where it stands. */
export type JsonValue = NonNullable<ReturnType<typeof parseTree>>;

/** A key of an object and its value. */
export interface Property {
  readonly name: string;
  readonly key: JsonValue;
  readonly value: JsonValue;
}

/** Deeper nesting means nothing here, and would be the end of a parser that calls itself. */
const MAX_DEPTH = 50;
const MAX_QUOTE = 40;

/** What a parser's errors mean. No text of the file is quoted: it may be one that its reader must not see. */
const MEANINGS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'expected double quotes around words',
  PropertyNameExpected: 'expected a key in double quotes',
  ValueExpected: 'expected a value',
  ColonExpected: 'expected a colon after the key',
  CommaExpected: 'expected a comma between two entries',
  CloseBraceExpected: 'expected a closing brace',
  CloseBracketExpected: 'expected a closing bracket',
  EndOfFileExpected: 'expected nothing after the closing brace',
  UnexpectedEndOfComment: 'the comment has no end',
  UnexpectedEndOfString: 'the string has no end on its line',
};

/** Reads a text, a byte order mark aside. Throws a `ConfigError` if it is no JSON, or nested too deeply. */
export function parseJson(text: string): JsonValue {
  refuseDepth(text);
  const errors: Parameters<typeof parseTree>[1] = [];
  const value = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (value && !first) return value;
  const meaning = MEANINGS[first ? printParseErrorCode(first.error) : 'ValueExpected'] ?? 'this is no JSON';
  throw new ConfigError(placeIn(text, first?.offset ?? 0), `not valid JSON: ${meaning}`);
}

/** The entries of an object. Throws a `ConfigError` at a key that the object has already. */
export function propertiesOf(object: JsonValue, text: string): Property[] {
  const seen = new Set<string>();
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      throw new ConfigError(placeIn(text, key.offset), `the key "${quotable(name)}" is there twice`);
    }
    seen.add(name);
    return [{ name, key, value }];
  });
}

/** Where in the text an offset is. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** A word of the file as it may be quoted: short, and nothing that a terminal would obey. */
export function quotable(text: string): string {
  return shorten(
    text.slice(0, 4 * MAX_QUOTE).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '\uFFFD'),
    MAX_QUOTE,
  );
}

function refuseDepth(text: string): void {
  const scanner = createScanner(text, true);
  for (let depth = 0; scanner.getPosition() < text.length; ) {
    scanner.scan();
    const sign = text[scanner.getTokenOffset()];
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    if (depth > MAX_DEPTH)
      throw new ConfigError(placeIn(text, scanner.getTokenOffset()), 'this is nested too deeply');
  }
}
