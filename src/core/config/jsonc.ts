/** Parses and edits JSON with comments and trailing commas. The only file that imports jsonc-parser. */

import { applyEdits, createScanner, modify, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import type { ConfigPlace } from './configError';
import { ConfigError } from './configError';

/** A parsed value with its offset. */
export type JsonValue = NonNullable<ReturnType<typeof parseTree>>;

/** A key of an object and its value. */
export interface Property {
  readonly name: string;
  readonly key: JsonValue;
  readonly value: JsonValue;
}

/** No configuration nests deeper, and deeper nesting could overflow the stack of the recursive parser. */
const MAX_DEPTH = 50;
const MAX_QUOTE = 40;

/** Messages for the parser's errors. They quote no text of the file, which may be a link to a secret file. */
const MEANINGS: Readonly<Record<string, Message>> = {
  InvalidSymbol: say`expected double quotes around words`,
  PropertyNameExpected: say`expected a key in double quotes`,
  ValueExpected: say`expected a value`,
  ColonExpected: say`expected a colon after the key`,
  CommaExpected: say`expected a comma between two entries`,
  CloseBraceExpected: say`expected a closing brace`,
  CloseBracketExpected: say`expected a closing bracket`,
  EndOfFileExpected: say`expected nothing after the closing brace`,
  UnexpectedEndOfComment: say`the comment has no end`,
  UnexpectedEndOfString: say`the string has no end on its line`,
};

/** Parses a text without a byte order mark. Throws a `ConfigError` if it is not valid JSON or nested too deeply. */
export function parseJson(text: string): JsonValue {
  refuseDepth(text);
  const errors: Parameters<typeof parseTree>[1] = [];
  const value = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (value && !first) return value;
  const meaning =
    MEANINGS[first ? printParseErrorCode(first.error) : 'ValueExpected'] ?? say`this is not JSON`;
  throw new ConfigError(placeIn(text, first?.offset ?? 0, first?.length), say`not valid JSON: ${meaning}`);
}

/** The entries of an object. Throws a `ConfigError` at a duplicate key. */
export function propertiesOf(object: JsonValue, text: string): Property[] {
  const seen = new Set<string>();
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return [];
    const name = String(key.value);
    if (seen.has(name)) {
      throw new ConfigError(placeIn(text, key.offset, key.length), say`duplicate key "${quotable(name)}"`);
    }
    seen.add(name);
    return [{ name, key, value }];
  });
}

/**
 * Sets the value at a path of keys in a valid text. Comments and the order of keys stay, and the indentation is the
 * text's. Only the line to which the value is appended may be laid out anew.
 */
export function withProperty(text: string, path: readonly string[], value: unknown): string {
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  return applyEdits(text, modify(text, [...path], value, { formattingOptions }));
}

/** The place of a token in the text, as far as it is on its first line. */
export function placeIn(text: string, offset: number, length = 1): ConfigPlace {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const [line = ''] = text.slice(offset, offset + length).split(/[\r\n]/);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0, length: Math.max(1, line.length) };
}

/** A word of the file that is safe to quote: shortened, and without terminal control characters. */
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
    const bracket = text[scanner.getTokenOffset()];
    if (bracket === '{' || bracket === '[') depth++;
    if (bracket === '}' || bracket === ']') depth--;
    if (depth > MAX_DEPTH)
      throw new ConfigError(placeIn(text, scanner.getTokenOffset()), say`this is nested too deeply`);
  }
}
