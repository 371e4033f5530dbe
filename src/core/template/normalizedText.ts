/** The normalized form in which text of templates and documents is compared. */

import { fold } from '../markdown/tokens';

const TO_ANCHOR = /\]\(#[^()\s]*/g;

/** The text with folded white space and without anchors in links, which change with the headings of a document. */
export function comparedText(text: string): string {
  const folded = fold(text);
  return folded.includes('](#') ? folded.replace(TO_ANCHOR, '](#') : folded;
}
