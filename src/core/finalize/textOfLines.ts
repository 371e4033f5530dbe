/** Puts the lines of a document that stay together again. */

import type { Document } from '../document/document';
import { BOM } from '../text/text';

/**
 * The text of the kept lines with a last paragraph behind them. Lines that were apart get one blank line between them;
 * lines that were together keep theirs, and all keep their endings.
 */
export function textOfLines(document: Document, kept: readonly boolean[], last: string): string {
  const { ending, lines } = document;
  let text = document.text.startsWith(BOM) ? BOM : '';
  let blanks = '';
  let isApart = false;
  let isFirst = true;
  lines.forEach((line, at) => {
    if (!kept[at]) {
      isApart = true;
      return;
    }
    const own = line.text + (line.end || ending);
    if (line.text.trim() === '') {
      blanks += own;
      return;
    }
    if (!isFirst) text += isApart ? ending : blanks;
    text += own;
    [blanks, isApart, isFirst] = ['', false, false];
  });
  return `${text}${ending}${last}${ending}`;
}
