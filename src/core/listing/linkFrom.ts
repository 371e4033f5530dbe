/** Writes a Markdown link to a document. */

import { escapedName } from '../edits/address';
import { pathTo } from '../text/paths';

/** Characters that would end the text of a link, or mean something in it. */
const SPECIAL = /[\\[\]`*_<&]/g;

/** A link to the file at `path`, for the file at `from`. Both are relative to the same root; an empty `from` is the root. */
export function linkFrom(from: string, path: string, text: string): string {
  return `[${text.replace(SPECIAL, '\\$&')}](${escapedName(pathTo(from, path))})`;
}
