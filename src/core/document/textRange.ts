/** Ranges of lines. */

import type { Range } from '../text/text';
import { range } from '../text/text';
import type { Document } from './document';

/** The range of a line without the white space at its ends. */
export function textRange(document: Document, line: number): Range {
  const text = document.lineAt(line)?.text ?? '';
  return range(line, text.length - text.trimStart().length, line, text.trimEnd().length);
}
