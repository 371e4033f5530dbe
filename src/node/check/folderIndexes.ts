/** The indexes of folders on disk, and the documents that they should list. */

import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import { indexNames, isIndexName } from '../../core/folder/readIndex';
import type { IndexedDocument } from '../../core/folderIndex/indexedDocument';
import { indexedDocument } from '../../core/folderIndex/indexedDocument';
import { isIndexOf } from '../../core/folderIndex/updateIndex';
import { UserError } from '../../core/text/userError';
import { kindOf, namesIn, slashed } from '../files/files';
import { readText } from '../files/readFile';
import { openConfig } from '../workspace/config';
import type { Request } from '../workspace/request';
import { isOwnFile, workspaceRoot } from '../workspace/workspace';
import { analyzeFiles } from './analyzeFiles';

/** An index, and the documents of its folder; for a configured one, all documents. */
export interface FolderIndex {
  readonly file: string;
  readonly text: string;
  readonly documents: readonly IndexedDocument[];
}

/**
 * Finds the indexes of the folders with design docs below the given paths; an empty list means the workspace. Throws a
 * `UserError` if the configuration names an index that is not there.
 */
export async function folderIndexes(request: Request, paths: readonly string[]): Promise<FolderIndex[]> {
  const root = workspaceRoot(request.cwd);
  const { index } = openConfig(root, request.cwd, request.config).config;
  const configured = index === undefined ? undefined : path.join(root, index);
  if (index !== undefined && !isOwnFile(root, index)) {
    throw new UserError(
      'no-such-index',
      `The configuration names the index "${index}", and there is no such file in the workspace.`,
    );
  }
  // Rows are written like those of the other documents in the folder.
  const folders = paths.map((one) => {
    const place = path.resolve(request.cwd, one);
    return kindOf(place) === 'file' ? path.dirname(place) : place;
  });
  const groups = new Map<string, Listed[]>();
  for await (const { file, analysis } of analyzeFiles(request, [...new Set(folders)])) {
    const document = indexedDocument(path.basename(file), analysis);
    const folder = path.dirname(file);
    if (document) groups.set(folder, [...(groups.get(folder) ?? []), { file, document }]);
  }
  if (configured)
    return [indexAt(configured, [...groups.values()].flat())].filter((index) => index !== undefined);
  const found = new Map<string, FolderIndex>();
  for (const [folder, listed] of groups) {
    const index = firstIndex(root, folder, listed) ?? firstIndex(root, path.dirname(folder), listed);
    const other = index && found.get(index.file);
    // The index of the folder above may be one for several folders.
    if (index)
      found.set(
        index.file,
        other ? { ...index, documents: [...other.documents, ...index.documents] } : index,
      );
  }
  return [...found.values()];
}

/** A document, and its file. */
interface Listed {
  readonly file: string;
  readonly document: IndexedDocument;
}

/** The first file of a folder that lists one of the documents. A file outside of the workspace is none of its indexes. */
function firstIndex(root: string, folder: string, listed: readonly Listed[]): FolderIndex | undefined {
  for (const name of indexNames(namesIn(folder))) {
    const file = path.join(folder, name);
    const index = isOwnFile(root, path.relative(root, file)) ? indexAt(file, listed) : undefined;
    if (index) return index;
  }
  return undefined;
}

/** The index in a file; undefined if it lists none of the documents. */
function indexAt(file: string, listed: readonly Listed[]): FolderIndex | undefined {
  const documents = listed
    .filter((one) => one.file !== file && !isIndexName(path.basename(one.file)))
    .map((one) => ({ ...one.document, path: slashed(path.relative(path.dirname(file), one.file)) }));
  const text = readText(file);
  return isIndexOf(parseDocument(text), documents) ? { file, text, documents } : undefined;
}
