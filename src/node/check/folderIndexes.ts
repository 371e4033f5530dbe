/** The indexes of folders on disk, and the documents that they should list. */

import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import type { IndexedDocument } from '../../core/folderIndex/indexedDocument';
import { indexedDocument } from '../../core/folderIndex/indexedDocument';
import { isIndexOf } from '../../core/folderIndex/updateIndex';
import { indexNames } from '../../core/template/readIndex';
import { UserError } from '../../core/text/userError';
import { kindOf, namesIn } from '../files/files';
import { readText } from '../files/readFile';
import { openConfig } from '../workspace/config';
import type { Request } from '../workspace/request';
import { slashed, workspaceRoot } from '../workspace/workspace';
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
  if (configured !== undefined && kindOf(configured) !== 'file') {
    throw new UserError(
      'no-such-index',
      `The configuration names the index "${index}", and there is no such file.`,
    );
  }
  // Rows are written like those of the other documents in the folder.
  const folders = paths.map((one) => {
    const place = path.resolve(request.cwd, one);
    return kindOf(place) === 'file' ? path.dirname(place) : place;
  });
  const groups = new Map<string, IndexedDocument[]>();
  for await (const { file, analysis } of analyzeFiles(request, [...new Set(folders)])) {
    const folder = configured === undefined ? path.dirname(file) : path.dirname(configured);
    const document = indexedDocument(slashed(path.relative(folder, file)), analysis);
    if (document) groups.set(folder, [...(groups.get(folder) ?? []), document]);
  }
  return [...groups].flatMap(([folder, documents]): FolderIndex[] => {
    const files = configured
      ? [configured]
      : indexNames(namesIn(folder)).map((name) => path.join(folder, name));
    const own = documents.filter((document) => !files.includes(path.join(folder, document.path)));
    const found = files
      .map((file) => ({ file, text: readText(file), documents: own }))
      .find(({ text }) => isIndexOf(parseDocument(text), own));
    return found ? [found] : [];
  });
}
