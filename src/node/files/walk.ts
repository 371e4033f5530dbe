/** Finds the files in a folder where git cannot list them. Like git, it leaves out what `.gitignore` files name. */

import * as fs from 'node:fs';
import * as path from 'node:path';
import type { IgnoreRules } from '../../core/config/gitignore';
import { GITIGNORE, NO_RULES, rulesIn } from '../../core/config/gitignore';
import { isSearched } from '../../core/config/visible';
import { UserError } from '../../core/text/userError';
import { isUnder, plainStatOf, slashed } from './files';
import { readText } from './readFile';

/**
 * The maximum number of entries in a walk. With more, it probably started at the wrong folder, such as the home folder.
 */
const MAX_ENTRIES = 50_000;
/** The usual setting of git on file systems that ignore case. */
const OPTIONS = { ignoreCase: process.platform === 'win32' || process.platform === 'darwin' };

/** The files found by a walk. */
export interface Walk {
  /** Paths relative to the folder, with `/`, sorted. */
  readonly paths: readonly string[];
  /** False if the walk stopped at the maximum number of entries. */
  readonly complete: boolean;
}

/**
 * Walks a folder and returns the files in it and in the folders that are searched. The `.gitignore` files from `top` on
 * count, unless they ignore the folder itself, which the user named. Symbolic links are not followed, and unreadable
 * folders are skipped.
 */
export function walk(folder: string, top = folder): Walk {
  const start = isUnder(top, folder) ? slashed(path.relative(top, folder)) : '';
  const base = isUnder(top, folder) ? top : folder;
  const pathOf = (at: string): string => [start, at].filter((part) => part !== '').join('/');
  const paths: string[] = [];
  const waiting = [{ at: '', around: rulesAround(base, start) }];
  let entries = 0;
  for (let next = waiting.pop(); next && entries <= MAX_ENTRIES; next = waiting.pop()) {
    const { at, around } = next;
    const listed = entriesOf(path.join(folder, at));
    const hasRules = listed.some(({ name }) => name === GITIGNORE);
    const rules = hasRules ? rulesOf(base, pathOf(at), around) : around;
    for (const entry of listed) {
      entries++;
      const relative = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && isSearched(entry.name)) {
        if (!rules.ignores(`${pathOf(relative)}/`)) waiting.push({ at: relative, around: rules });
      } else if (entry.isFile() && !rules.ignores(pathOf(relative))) paths.push(relative);
    }
  }
  return { paths: paths.sort(), complete: entries <= MAX_ENTRIES };
}

/** The rules around a folder below `top`; none if they ignore it. */
function rulesAround(top: string, folder: string): IgnoreRules {
  let rules = rulesIn('', textOf(path.join(top, '.git', 'info', 'exclude')), NO_RULES, OPTIONS);
  const names = folder === '' ? [] : folder.split('/');
  for (const [depth] of names.entries()) {
    rules = rulesOf(top, names.slice(0, depth).join('/'), rules);
    if (rules.ignores(`${names.slice(0, depth + 1).join('/')}/`)) return NO_RULES;
  }
  return rules;
}

function rulesOf(top: string, folder: string, around: IgnoreRules): IgnoreRules {
  return rulesIn(folder, textOf(path.join(top, folder, GITIGNORE)), around, OPTIONS);
}

/** The text of a file; empty if there is none, it cannot be read, or it is a symbolic link, which git ignores, too. */
function textOf(file: string): string {
  try {
    return plainStatOf(file) ? readText(file) : '';
  } catch (error) {
    if (error instanceof UserError) return '';
    throw error;
  }
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
