/** Writes a document that supersedes another one. */

import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import { supersededEdits, supersedesEdits } from '../../core/edits/supersede';
import { numberOf } from '../../core/folder/fileNumber';
import { applyEdits } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { kindOf, namesIn, slashed } from '../files/files';
import { readText } from '../files/readFile';
import { createText, removeText, replaceText } from '../files/writeFile';
import type { Workspace } from './workspace';
import { shownPath } from './workspace';

/** The file of the document that a number in the folder or a path names. Throws a `UserError` if there is none. */
export function findOld(workspace: Workspace, folder: string, named: string): string {
  const numbered = /^\d+$/.test(named) && namesIn(folder).find((name) => numberOf(name) === Number(named));
  const file = numbered ? path.join(folder, numbered) : path.resolve(workspace.cwd, named);
  if (kindOf(file) === 'file' && path.dirname(file) === path.resolve(folder)) return file;
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
