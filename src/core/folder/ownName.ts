/** Documents with a folder of their own, such as `0042-tides/README.md`. */

import { folderOf, lastName } from '../text/paths';
import { readFileNumber } from './fileNumber';
import { isIndexName } from './readIndex';

/** The name that stands for the document at a path: that of its file, or of its folder for `0042-tides/README.md`. */
export function ownName(path: string): string {
  const name = lastName(path);
  return isIndexName(name) ? lastName(folderOf(path)) : name;
}

/**
 * The folder whose documents are named like the one at a path: that of its file; the one above if the document has a folder
 * of its own, as its number or another one of the documents shows.
 */
export function folderOfDocuments(path: string, documents: readonly string[]): string {
  const own = folderOf(path);
  const above = folderOf(own);
  if (!isIndexName(lastName(path)) || own === '') return own;
  const hasOwn = (other: string): boolean => isIndexName(lastName(other)) && folderOf(other) !== own;
  const isLike = (other: string): boolean => hasOwn(other) && folderOf(folderOf(other)) === above;
  return readFileNumber(lastName(own)) !== undefined || documents.some(isLike) ? above : own;
}
