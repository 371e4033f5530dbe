/** Writes a document that supersedes another one. */

import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import { supersededEdits, supersedesEdits } from '../../core/edits/supersede';
import { numberOf } from '../../core/folder/fileNumber';
import { folderOfDocuments } from '../../core/folder/ownName';
import { isIndexName } from '../../core/folder/readIndex';
import { folderOf, lastName } from '../../core/text/paths';
import { applyEdits } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { isUnder, kindOf, namesIn, realPath, slashed } from '../files/files';
import { readText } from '../files/readFile';
import { createText, removeText, replaceText } from '../files/writeFile';
import type { Workspace } from './workspace';
import { shownPath, workspacePath } from './workspace';

/**
 * The file of the document that a number in the folder or a path names. A document with a folder of its own is named by
 * that folder, too; `documents` are the paths of those that were found. Throws a `UserError` if there is none.
 */
export function findOld(
  workspace: Workspace,
  folder: string,
  documents: readonly string[],
  named: string,
): string {
  const numbered = namesIn(folder).filter((name) => /^\d+$/.test(named) && numberOf(name) === Number(named));
  const places = [...numbered.map((name) => path.join(folder, name)), path.resolve(workspace.cwd, named)];
  const wanted = workspacePath(workspace, folder);
  for (const place of places.map((file) => workspacePath(workspace, file))) {
    const inPlace = documents.filter((one) => isIndexName(lastName(one)) && folderOf(one) === place);
    for (const one of [place, ...inPlace]) {
      const file = path.resolve(workspace.root, one);
      const isInPlace = kindOf(file) === 'file' && folderOfDocuments(one, documents) === wanted;
      // A link that a repository brings must not lead a change out of the folder.
      if (isInPlace && isUnder(realPath(folder), realPath(file))) return file;
    }
  }
  const place = shownPath(workspace, folder);
  throw new UserError(
    'no-such-document',
    `There is no document "${named}" in ${place} that can be superseded.`,
  );
}

/**
 * Writes a new document and changes the one that it supersedes: each links to the other. Throws a `UserError` if the old
 * one has no status to set or cannot be changed; then neither is written.
 */
export function writeBothEnds(file: string, text: string, oldFile: string): void {
  const successor = { path: pathFrom(oldFile, file), text };
  const old = { path: pathFrom(file, oldFile), text: readText(oldFile) };
  const edits = supersededEdits(parseDocument(old.text), successor);
  if (edits.length === 0) {
    throw new UserError(
      'no-status',
      `${path.basename(oldFile)} has no status that can be set, or is superseded already. Nothing was written.`,
    );
  }
  createText(file, applyEdits(text, supersedesEdits(parseDocument(text), old)));
  try {
    replaceText(oldFile, old.text, applyEdits(old.text, edits));
  } catch (error) {
    removeText(file);
    throw error;
  }
}

/** The path to a file from another one, with `/`. */
function pathFrom(from: string, to: string): string {
  return slashed(path.relative(path.dirname(from), to));
}
