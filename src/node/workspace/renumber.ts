/** Renames a document to another number, and rewrites the links to it in the whole workspace. */

import * as path from 'node:path';
import { numberOf, readFileNumber } from '../../core/folder/fileNumber';
import { nextNumber } from '../../core/folder/newFileName';
import { ownName } from '../../core/folder/ownName';
import { isIndexName } from '../../core/folder/readIndex';
import type { Renumbering } from '../../core/folderIndex/renumber';
import { renumberEdits, renumberedName } from '../../core/folderIndex/renumber';
import { applyEdits } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { exists, kindOf } from '../files/files';
import { readableText } from '../files/readFile';
import type { Replacement } from '../files/replaceTexts';
import { replaceTexts } from '../files/replaceTexts';
import { renameFile } from '../files/writeFile';
import { takenNames } from './newDocument';
import type { Workspace } from './workspace';
import { insidePath, shownPath } from './workspace';

/** A longer number is none of a document: it would not be recognized in the name of the file. */
const MAX_NUMBER = 999_999;

/** A document that got another number. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
  /** The files in which links were rewritten, and how many edits each got. */
  readonly changed: readonly { readonly file: string; readonly edits: number }[];
}

interface Change extends Replacement {
  readonly edits: number;
}

/**
 * Gives the document in a file the number `wanted`, or the next one that is free in its folder and on all branches. Throws
 * a `UserError` if the number is taken or a file cannot be written; then nothing is changed.
 */
export function renumber(workspace: Workspace, named: string, wanted?: number): Renumbered {
  const file = path.resolve(workspace.cwd, named);
  const place = insidePath(workspace, file);
  if (kindOf(file) !== 'file' || place === undefined) {
    throw new UserError('no-such-file', `There is no file "${named}" in the workspace.`);
  }
  if (isIndexName(path.basename(file)) && numberOf(ownName(place)) !== undefined) {
    throw new UserError(
      'number-of-folder',
      `The number of ${shownPath(workspace, file)} is in the name of its folder. Rename the folder with "git mv", then the links to it.`,
    );
  }
  if (wanted !== undefined && wanted > MAX_NUMBER) {
    throw new UserError('number-too-long', 'A number has one to six digits.');
  }
  const folder = path.dirname(file);
  const taken = takenNames(workspace, folder);
  if (wanted !== undefined && taken.some((name) => numberOf(name) === wanted)) {
    throw new UserError(
      'number-taken',
      `The number ${wanted} is taken in ${shownPath(workspace, folder)}, or on a branch.`,
    );
  }
  const next = nextNumber(taken, readFileNumber(path.basename(file))?.prefix);
  const number = wanted === undefined ? next : String(wanted).padStart(next.length, '0');
  const name = renumberedName(path.basename(file), number);
  const to = path.join(folder, name);
  if (exists(to)) throw new UserError('file-exists', `There is a file ${shownPath(workspace, to)} already.`);
  const changes = changesFor(workspace, { path: place, name });
  replaceTexts(changes, () => renameFile(file, to));
  return {
    from: file,
    to,
    changed: changes.map((change) => ({
      file: change.file === file ? to : change.file,
      edits: change.edits,
    })),
  };
}

/** The changes of all Markdown files of the workspace. A file that cannot be read has none. */
function changesFor(workspace: Workspace, renumbering: Renumbering): Change[] {
  return workspace.files.flatMap((place): Change[] => {
    const file = path.join(workspace.root, place);
    const before = readableText(file);
    if (before === undefined) return [];
    const edits = renumberEdits(before, place, renumbering);
    return edits.length === 0
      ? []
      : [{ file, before, after: applyEdits(before, edits), edits: edits.length }];
  });
}
