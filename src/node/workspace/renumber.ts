/** Renames a document to another number, and rewrites the links to it in the whole workspace. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseDocument } from '../../core/document/document';
import { inboundEdits, ownEdits, renumberedName } from '../../core/folderIndex/renumber';
import { newFileName, numberOf } from '../../core/template/naming';
import { applyEdits } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { exists, kindOf } from '../files/files';
import { readText } from '../files/readFile';
import { replaceText } from '../files/writeFile';
import { takenNames } from './newDocument';
import type { Workspace } from './workspace';
import { insidePath, shownPath } from './workspace';

/** A document that got another number. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
  /** The files in which links were rewritten, and how many edits each got. */
  readonly changed: readonly { readonly file: string; readonly edits: number }[];
}

interface Change {
  readonly file: string;
  readonly before: string;
  readonly after: string;
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
  const folder = path.dirname(file);
  const taken = takenNames(workspace, folder);
  if (wanted !== undefined && taken.some((name) => numberOf(name) === wanted)) {
    throw new UserError(
      'number-taken',
      `The number ${wanted} is taken in ${shownPath(workspace, folder)}, or on a branch.`,
    );
  }
  const next = /^\d+/.exec(newFileName('', taken))?.[0] ?? '';
  const number = wanted === undefined ? next : String(wanted).padStart(next.length, '0');
  const name = renumberedName(path.basename(file), number);
  const to = path.join(folder, name);
  if (exists(to)) throw new UserError('file-exists', `There is a file ${shownPath(workspace, to)} already.`);
  const changes = changesFor(workspace, file, { path: place, name });
  apply(changes, () => fs.renameSync(file, to));
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
function changesFor(
  workspace: Workspace,
  own: string,
  renumbering: Parameters<typeof inboundEdits>[2],
): Change[] {
  return workspace.files.flatMap((place): Change[] => {
    const file = path.join(workspace.root, place);
    const before = textOf(file);
    // Few files name the document, and its number is in every link to it.
    if (!before?.includes(/^\d*/.exec(path.basename(own))?.[0] ?? '')) return [];
    const document = parseDocument(before);
    const edits = [
      ...inboundEdits(document, place, renumbering),
      ...(file === own ? ownEdits(document, renumbering) : []),
    ];
    return edits.length === 0
      ? []
      : [{ file, before, after: applyEdits(before, edits), edits: edits.length }];
  });
}

/** Writes all changes and then renames the file. If one fails, those before it are taken back. */
function apply(changes: readonly Change[], rename: () => void): void {
  const written: Change[] = [];
  try {
    for (const change of changes) {
      replaceText(change.file, change.before, change.after);
      written.push(change);
    }
    rename();
  } catch (error) {
    for (const { file, before, after } of written) replaceText(file, after, before);
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
