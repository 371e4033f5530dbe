/** Writing files, whole or not at all. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../core/errors';
import { codeOf, fromHere, reason } from './fileErrors';
import { realPath } from './files';
import { readText } from './reading';

/**
 * Replaces a file's text as a whole: a reader sees the old text or the new one, never half of it. Throws a
 * `UserError` if the file no longer holds `before`, or cannot be written.
 */
export function replaceText(file: string, before: string, after: string): void {
  // A link stays a link: the file that it leads to is replaced.
  const target = realPath(file);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const mode = fs.statSync(target).mode;
    fs.writeFileSync(draft, after, { flag: 'wx', mode });
    // The mode given above is narrowed by the process's mask.
    fs.chmodSync(draft, mode);
    if (readText(target) !== before) {
      throw new UserError(
        'file-changed',
        `${fromHere(file)} changed on the disk in the meantime, and is left as it is. Try again.`,
      );
    }
    fs.renameSync(draft, target);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error instanceof UserError ? error : notWritten(file, error);
  }
}

/** Writes a new file, and its folder if that is missing. Throws a `UserError` if the file exists. */
export function createText(file: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw notWritten(file, error);
    throw new UserError(
      'file-exists',
      `${fromHere(file)} is there already, and is left as it is. Choose another title.`,
    );
  }
}

function notWritten(file: string, error: unknown): UserError {
  return new UserError('unwritable-file', `${fromHere(file)} cannot be written: ${reason(error)}`);
}
