/** What git's log of the moves of HEAD says about files in the work tree. */

/**
 * True if the last move in a reflog may have changed files: a checkout, pull, merge, reset or rebase. A commit takes the
 * files as they are. Each line is `OLD NEW NAME <MAIL> TIME ZONE\tMOVE: DETAILS`.
 */
export function lastMoveChangesFiles(reflog: string): boolean {
  const last = reflog.trimEnd().split('\n').at(-1) ?? '';
  const move = last.slice(last.indexOf('\t') + 1);
  return last.includes('\t') && !/^commit\b/.test(move);
}
