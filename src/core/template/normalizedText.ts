/** Text of a template and of documents in the form in which the two are compared. */

import { fold } from '../markdown/tokens';

const TO_ANCHOR = /\]\(#[^()\s]*/g;

/** White space folded, and anchors of the document itself left out: in a new document they follow its headings. */
export function comparedText(text: string): string {
  const folded = fold(text);
  return folded.includes('](#') ? folded.replace(TO_ANCHOR, '](#') : folded;
}
