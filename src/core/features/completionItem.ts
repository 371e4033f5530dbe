import { findTokens } from '../markdown/tokens';
import type { Text } from '../text/message';
import type { Position, Range } from '../text/text';
import { range } from '../text/text';

/** A completion item. */
export interface Completion {
  readonly label: Text;
  readonly detail: Text;
  /** The range that `text` replaces. */
  readonly range: Range;
  readonly text: string;
  /** The ranges of `text` that become tab stops: offsets, in order. */
  readonly stops: readonly { readonly start: number; readonly end: number }[];
  readonly kind: 'section' | 'field' | 'value' | 'task' | 'snippet';
  /** The text that is compared with what was typed in the range; without it, the label behind that. */
  readonly filter?: string;
  /** Lower ranks are offered first. */
  readonly rank: number;
}

/** The line up to a position. */
export function lineRange(position: Position): Range {
  return range(position.line, 0, position.line, position.character);
}

/** The placeholders behind `from` as tab stops; without placeholders, the whole text behind it. */
export function stopsIn(text: string, from: number): { start: number; end: number }[] {
  const tokens = findTokens(text).filter((token) => token.start >= from);
  if (tokens.length > 0) return tokens.map(({ start, end }) => ({ start, end }));
  const body = text.slice(from).trimStart();
  return from < 0 || body === '' ? [] : [{ start: text.length - body.length, end: text.length }];
}
