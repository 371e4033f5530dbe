/** Limits on the texts in results of tools: every word costs an agent context, and a hostile document may be long. */

import { visible } from '../document/quote';
import { shorten } from '../text/shorten';

const MAX_TEXT = 300;
/** The limit of what a person or an agent said in a comment, by its key. */
const LONGER: Readonly<Record<string, number>> = { text: 1000 };
/** Keys of texts that are identifiers or have another limit. */
const WHOLE = new Set(['path', 'root', 'version', 'nextCursor', 'prompt']);

/** A copy of the value with long texts shortened, and without invisible characters. */
export function withPlainTexts(value: unknown, key = ''): unknown {
  if (typeof value === 'string')
    return WHOLE.has(key) ? value : shorten(visible(value), LONGER[key] ?? MAX_TEXT);
  if (Array.isArray(value)) return value.map((item) => withPlainTexts(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withPlainTexts(item, name)]));
}
