/** Writes fixed files, or prints the changes, together with the links to headings that the fixes rename. */

import type { Finding } from '../core/analysis/check';
import { UserError } from '../core/text/userError';
import { linkChanges } from '../node/check/followRenames';
import { relativeToCwd } from '../node/files/fileErrors';
import type { Replacement } from '../node/files/replaceTexts';
import { replaceText } from '../node/files/writeFile';
import { printable } from '../node/program/messages';
import type { Session } from './command';
import { requestOf } from './commands/options';
import { unifiedDiff } from './diff';

/** A document after its fixes. */
export interface FixedFile {
  /** The path for output. */
  readonly path: string;
  /** Undefined if the text stays. */
  readonly change?: Replacement | undefined;
  /** The number of fixed findings. */
  readonly count: number;
  readonly refused: readonly Finding[];
  /** The number of findings of the wanted rules that remain. */
  readonly left: number;
}

/** What became of all files. */
interface Totals {
  readonly fixed: number;
  readonly left: number;
  /** The number of files with links that were updated, or are to be. */
  readonly linked: number;
}

/** Prints all changes as a diff. */
export function printFixes(session: Session, files: readonly FixedFile[]): Totals {
  const links = linkChanges(requestOf(session), changesOf(files));
  const linked = new Map(links.map((link) => [link.file, link]));
  let [fixed, left] = [0, 0];
  for (const one of files) {
    const { change, path } = one;
    if (change) {
      session.print(unifiedDiff(path, change.before, linked.get(change.file)?.after ?? change.after));
      linked.delete(change.file);
    }
    // A dry run prints only the diff to standard output, so that it can be piped into a program.
    report(session.note, session.note, one, 'fixable');
    fixed += one.count;
    left += one.left;
  }
  for (const { file, before, after } of linked.values()) {
    session.print(unifiedDiff(relativeToCwd(file), before, after));
  }
  return { fixed, left, linked: links.length };
}

/** Writes all changes. The findings of a file that cannot be written are left, and links to its headings stay. */
export function writeFixes(session: Session, files: readonly FixedFile[]): Totals {
  const failed = new Set<string>();
  let [fixed, left, linked] = [0, 0, 0];
  for (const one of files) {
    if (one.change && !isWritten(session, one.change)) {
      failed.add(one.change.file);
      left += one.count + one.left;
      continue;
    }
    report(session.print, session.note, one, 'fixed');
    fixed += one.count;
    left += one.left;
  }
  const changes = changesOf(files).filter(({ file }) => !failed.has(file));
  for (const link of linkChanges(requestOf(session), changes)) {
    if (failed.has(link.file) || !isWritten(session, link)) continue;
    session.print(printable(`${relativeToCwd(link.file)}: links to renamed headings updated`));
    linked++;
  }
  return { fixed, left, linked };
}

function changesOf(files: readonly FixedFile[]): Replacement[] {
  return files.flatMap(({ change }) => change ?? []);
}

function report(
  print: Session['print'],
  note: Session['note'],
  { path, count, left, refused }: FixedFile,
  done: 'fixable' | 'fixed',
): void {
  const shown = printable(path);
  if (count + left > 0) print(`${shown}: ${count} ${done}, ${left} left`);
  for (const { rule, message, range } of refused) {
    note(`could not be fixed: ${shown}:${range.start.line + 1} ${rule} ${message}`);
  }
}

/** Writes a file. If that fails, it reports the error and returns false, so that the others are still written. */
function isWritten({ fail }: Session, { file, before, after }: Replacement): boolean {
  try {
    replaceText(file, before, after);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    fail(`not written: ${error.message}`);
    return false;
  }
}
