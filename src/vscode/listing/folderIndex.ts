/** The index that is about a document, and the documents that it should list. */

import * as vscode from 'vscode';
import { parseDocument } from '../../core/document/document';
import { indexNames, isIndexName } from '../../core/folder/readIndex';
import type { IndexedDocument } from '../../core/folderIndex/indexedDocument';
import { indexedDocument } from '../../core/folderIndex/indexedDocument';
import { isIndexOf } from '../../core/folderIndex/updateIndex';
import { pathTo } from '../../core/text/paths';
import { baseName } from '../documents/paths';
import { openAt, placeKind, savedText } from '../documents/savedFile';
import { namesIn } from '../model/folderNames';
import { candidates } from '../services/candidates';
import type { Services } from '../services/services';
import { analyzeText } from './fileQueries';

/** An index, and the documents of its folder; for a configured one, all documents of the workspace folder. */
export interface FolderIndex {
  readonly uri: vscode.Uri;
  readonly documents: readonly IndexedDocument[];
}

/**
 * The index that is about a document: the configured one, else one in its folder or the folder above. Undefined if no such
 * file lists a document of the folder. Unsaved text counts.
 */
export async function findIndex(services: Services, about: vscode.Uri): Promise<FolderIndex | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(about)?.uri;
  const { index } = services.configs.of(about);
  const configured = root && index !== undefined ? vscode.Uri.joinPath(root, index) : undefined;
  const folder = vscode.Uri.joinPath(about, '..');
  const listed: { readonly uri: vscode.Uri; readonly document: IndexedDocument }[] = [];
  for await (const { uri, open } of candidates(services)) {
    const isWanted = configured
      ? vscode.workspace.getWorkspaceFolder(uri)?.uri === root
      : vscode.Uri.joinPath(uri, '..').path === folder.path;
    if (!isWanted || isIndexName(baseName(uri)) || uri.path === configured?.path) continue;
    const text = open ? open.getText() : await savedText(uri);
    const { analysis } = await analyzeText(services, uri, text);
    const document = indexedDocument(baseName(uri), analysis);
    if (document) listed.push({ uri, document });
  }
  for (const uri of configured ? [configured] : await possibleIndexes(folder)) {
    // A link may lead out of the workspace.
    if (!root || (await placeKind(root, uri)) !== 'inside') continue;
    const text = openAt(uri)?.getText() ?? (await savedText(uri));
    const documents = listed.map((one) => ({ ...one.document, path: pathTo(uri.path, one.uri.path) }));
    if (isIndexOf(parseDocument(text), documents)) return { uri, documents };
  }
  return undefined;
}

/** The files of a folder, and of the one above it in the workspace, that may be an index by their names. */
async function possibleIndexes(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const above = vscode.Uri.joinPath(folder, '..');
  const places = vscode.workspace.getWorkspaceFolder(above) ? [folder, above] : [folder];
  const names = await Promise.all(places.map(namesIn));
  return places.flatMap((place, at) =>
    indexNames(names[at] ?? []).map((name) => vscode.Uri.joinPath(place, name)),
  );
}
