/**
 * Writes files atomically. A text is first written to a draft in the same folder and synced to disk; then the draft is
 * renamed. A failure before that leaves the file unchanged.
 */

import * as fs from 'node:fs';
import * as path from 'node:path';
import { UserError } from '../../core/text/userError';
import { codeOf, reason, relativeToCwd } from './fileErrors';
import { realPath } from './files';
import { readText } from './readFile';
import { retried } from './retry';

/**
 * Replaces a file's text. Throws a `UserError` if its text is no longer `before`, if it is read-only or has hard links,
 * or if it cannot be written.
 */
export function replaceText(file: string, before: string, after: string): void {
  attempt(file, () => {
    // For a symbolic link, the file to which it leads is replaced.
    const target = realPath(file);
    const stat = fs.statSync(target);
    refuseReplacing(file, target, stat);
    withDraft(path.dirname(target), after, (draft) => {
      keepOwner(draft, stat);
      // After the change of owner, which resets some mode bits.
      fs.chmodSync(draft, stat.mode);
      if (readText(target) !== before) {
        throw new UserError(
          'file-changed',
          `${relativeToCwd(file)} has changed on the disk and was not overwritten. Try again.`,
        );
      }
      retried(() => fs.renameSync(draft, target));
    });
  });
}

/**
 * Writes a new file, and its folder if that is missing. Throws a `UserError` if the file exists or cannot be written,
 * and then leaves neither a draft nor a new folder behind.
 */
export function createText(file: string, text: string): void {
  attempt(file, () => {
    const folder = path.dirname(file);
    const firstCreated = fs.mkdirSync(folder, { recursive: true });
    try {
      withDraft(folder, text, (draft) => linkToFree(draft, file));
    } catch (error) {
      if (firstCreated !== undefined) removeEmpty(folder, firstCreated);
      throw error;
    }
  });
}

/** Gives a file a name that is free. Throws a `UserError` if it cannot. */
export function renameFile(file: string, to: string): void {
  attempt(to, () => renameToFree(file, to));
}

/** Removes a file that was just created, if it still exists. */
export function removeText(file: string): void {
  fs.rmSync(file, { force: true });
}

/**
 * Throws for a read-only file or one with hard links. Replacing gives the file a new inode, which works even for a
 * read-only file, and which other hard links do not share.
 */
function refuseReplacing(file: string, target: string, { nlink }: fs.Stats): void {
  try {
    fs.accessSync(target, fs.constants.W_OK);
  } catch {
    throw new UserError('read-only-file', `${relativeToCwd(file)} is read-only, and is left as it is.`);
  }
  if (nlink > 1) {
    throw new UserError(
      'hard-link',
      `${relativeToCwd(file)} has another name on the disk (a hard link), which would keep the old text, so it was not changed. Copy it to a new file, or change it in an editor.`,
    );
  }
}

/** Writes a draft and calls `use`, which renames it. Removes the draft if it still exists afterwards. */
function withDraft(folder: string, text: string, use: (draft: string) => void): void {
  // The name does not contain the file's name, which could make it too long.
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

/** Gives a draft its name by a hard link, since a rename would replace a file. Throws if the file exists. */
function linkToFree(draft: string, file: string): void {
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    renameToFree(draft, file);
  }
}

/** Like `linkToFree`, on a disk without hard links: creates an empty file, which the draft then replaces. */
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
    // The permission to write a file does not include the permission to change its owner.
  }
}

/** Syncs a folder, which makes a rename durable. Windows and some file systems do not support this. */
function syncFolder(folder: string): void {
  let open: number | undefined;
  try {
    open = fs.openSync(folder, 'r');
    fs.fsyncSync(open);
  } catch {
    // The text itself is already synced.
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** Removes empty folders, from `folder` up to its ancestor `top`. */
function removeEmpty(folder: string, top: string): void {
  try {
    for (let at = folder; ; at = path.dirname(at)) {
      fs.rmdirSync(at);
      if (at === top || at === path.dirname(at)) return;
    }
  } catch {
    // Another program uses the folder.
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
        `${relativeToCwd(file)} already exists and was not overwritten. Choose another title.`,
      );
    }
    throw new UserError('unwritable-file', `${relativeToCwd(file)} cannot be written: ${reason(error)}`);
  }
}
