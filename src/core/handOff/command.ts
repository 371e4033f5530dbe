/** The command that does what is next, for people and agents who use the command line. */

import { visible } from '../document/quote';
import { fold } from '../markdown/tokens';
import type { NextStep } from '../plan/next';
import { lineOf } from '../plan/next';
import { isForPeople, verifiedBy } from '../plan/verification';

/** The path of the document, and the version that was read. */
export interface Origin {
  readonly path: string;
  readonly version?: string;
}

/** The command that starts or ticks what is next. Words in capitals are to be replaced. */
export function commandFor({ path, version }: Origin, next: NextStep): string {
  const line = lineOf(next) + 1;
  const known = version === undefined ? '' : ` --version ${version}`;
  if (next.action === 'start') {
    return `design-docs start ${quotedPath(path)} 'line ${line}'${known} --step 'FIRST STEP' --step 'SECOND STEP'`;
  }
  return `design-docs tick ${quotedPath(path)} ${line}${known}${requirement(next)}`;
}

/** The options for what the step or milestone requires. */
function requirement({ milestone, step }: NextStep): string {
  const task = step ?? milestone;
  if (isForPeople([milestone], task.line)) return ' --by-hand';
  return verifiedBy(task) === undefined ? '' : ' --exit STATUS --tree COMMIT';
}

/** Quotes a path as one shell word that cannot be read as an option. */
export function quotedPath(path: string): string {
  const plain = visible(fold(path));
  const word = plain.startsWith('-') ? `./${plain}` : plain;
  return /^[\w./@%+:-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
