/**
 * Writing files, whole or not at all: a text is first written to a draft in the same folder and handed to the disk;
 * then the draft takes the file's name in one step. Whatever fails before leaves things as they were.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../../core/text/userError';
import { codeOf, fromHere, reason } from './fileErrors';
import { realPath } from './files';
import { readText } from './readFile';
import { retried } from './retry';

/**
 * Replaces a file's text. Throws a `UserError` if the file no longer holds `before`, is not to be replaced, or cannot
 * be written.
 */
export function replaceText(file: string, before: string, after: string): void {
  attempt(file, () => {
    // A link stays a link: the file that it leads to is replaced.
    const target = realPath(file);
    const stat = fs.statSync(target);
    refuseReplacing(file, target, stat);
    withDraft(path.dirname(target), after, (draft) => {
      keepOwner(draft, stat);
      // Last, for a change of owner takes rights away.
      fs.chmodSync(draft, stat.mode);
      if (readText(target) !== before) {
        throw new UserError(
          'file-changed',
          `${fromHere(file)} changed on the disk in the meantime, and is left as it is. Try again.`,
        );
      }
      retried(() => fs.renameSync(draft, target));
    });
  });
}

/**
 * Writes a new file, and its folder if that is missing. Throws a `UserError` if the file exists or cannot be written;
 * then nothing is left of it, nor of folders made for it.
 */
export function createText(file: string, text: string): void {
  attempt(file, () => {
    const folder = path.dirname(file);
    const made = fs.mkdirSync(folder, { recursive: true });
    try {
      withDraft(folder, text, (draft) => giveNewName(draft, file));
    } catch (error) {
      if (made !== undefined) removeEmpty(folder, made);
      throw error;
    }
  });
}

/**
 * Replacing a file gives it a new inode, which takes no permission on the file itself, and parts it from other names.
 * What the process may not write in place it does not replace either.
 */
function refuseReplacing(file: string, target: string, { nlink }: fs.Stats): void {
  try {
    fs.accessSync(target, fs.constants.W_OK);
  } catch {
    throw new UserError('read-only-file', `${fromHere(file)} is read-only, and is left as it is.`);
  }
  if (nlink > 1) {
    throw new UserError(
      'hard-link',
      `${fromHere(file)} has another name on the disk (a hard link), which would keep the old text. It is left as it is: make it a file of its own, or change it in an editor.`,
    );
  }
}

/** Writes a draft, does something with it, and sees to it that neither failure nor success leaves it behind. */
function withDraft(folder: string, text: string, use: (draft: string) => void): void {
  // A name of its own length: one made of the file's might be too long.
  const draft = path.join(folder, `.design-docs-${process.pid}-${Date.now().toString(36)}.tmp`);
  const open = fs.openSync(draft, 'wx');
  try {
    try {
      fs.writeFileSync(open, text);
      fs.fsyncSync(open);
    } finally {
      fs.closeSync(open);
    }
    use(draft);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  syncFolder(folder);
}

/** Gives a draft its name, unless a file has that name already. */
function giveNewName(draft: string, file: string): void {
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    renameToFree(draft, file);
  }
}

/** The same where the disk has no hard links: an empty file takes the name, which the draft then replaces. */
export function renameToFree(draft: string, file: string): void {
  fs.closeSync(fs.openSync(file, 'wx'));
  try {
    retried(() => fs.renameSync(draft, file));
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  }
}

/** Gives the draft the owner and the group of the file that it replaces, if the process may change them. */
function keepOwner(draft: string, { uid, gid }: fs.Stats): void {
  const now = fs.statSync(draft);
  if (now.uid === uid && now.gid === gid) return;
  try {
    fs.chownSync(draft, uid, gid);
  } catch {
    // The right to write the file does not include this one.
  }
}

/** A name is on the disk when its folder is. Windows opens no folders, and some disks cannot do it. */
function syncFolder(folder: string): void {
  let open: number | undefined;
  try {
    open = fs.openSync(folder, 'r');
    fs.fsyncSync(open);
  } catch {
    // The text itself is on the disk.
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** Removes folders that are still empty, from one up to another above it. */
function removeEmpty(folder: string, top: string): void {
  try {
    for (let at = folder; ; at = path.dirname(at)) {
      fs.rmdirSync(at);
      if (at === top || at === path.dirname(at)) return;
    }
  } catch {
    // It is in use by now.
  }
}

function attempt(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (codeOf(error) === 'EEXIST') {
      throw new UserError(
        'file-exists',
        `${fromHere(file)} is there already, and is left as it is. Choose another title.`,
      );
    }
    throw new UserError('unwritable-file', `${fromHere(file)} cannot be written: ${reason(error)}`);
  }
}
