/** The name of a document in a list: its number as in the name of its file, and its title. */

import { readFileNumber } from '../folder/fileNumber';
import { ownName } from '../folder/ownName';
import { lastName } from '../text/paths';
import type { WorkspaceDocument } from './workspaceDocuments';

/**
 * "7.", "ADR-7:", "RFC 0007": a number at the start of a title, behind a word or not, with a sign behind it or zeros in
 * front.
 */
const NUMBERED =
  /^(?:\p{L}{1,12}[ \t-]?)?#?(0\d{1,5}(?=[\s.:)–—-])|\d{1,6}(?=[ \t]*[.:)–—-]))[ \t]*[.:)–—-]?[ \t]+/u;

/**
 * The number in the file's name with its zeros, and the title without it and without the template's label; the file's
 * name if there is no title.
 */
export function documentLabel({ path, number, ownTitle }: WorkspaceDocument): string {
  const name = lastName(path);
  if (ownTitle === '') return name;
  if (number === null) return ownTitle;
  const digits = readFileNumber(ownName(path))?.digits ?? String(number);
  const match = NUMBERED.exec(ownTitle);
  const rest = match && Number(match[1]) === number ? ownTitle.slice(match[0].length) : ownTitle;
  return `${digits} ${rest}`;
}
