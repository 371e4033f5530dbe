/** Replaces the texts of several files, all of them or none. */

import { UserError } from '../../core/text/userError';
import { reason, relativeToCwd } from './fileErrors';
import { replaceText } from './writeFile';

/** The text of a file, and the one to put in its place. */
export interface Replacement {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Writes all texts, and then calls `last`. If one of them fails, what was written is taken back, and the error is thrown;
 * a `UserError` names the files that could not be taken back.
 */
export function replaceTexts(replacements: readonly Replacement[], last: () => void = () => undefined): void {
  const written: Replacement[] = [];
  try {
    for (const one of replacements) {
      replaceText(one.file, one.before, one.after);
      written.push(one);
    }
    last();
  } catch (error) {
    const left = written.filter((one) => !isTakenBack(one)).map(({ file }) => relativeToCwd(file));
    if (left.length === 0) throw error;
    throw new UserError(
      'not-taken-back',
      `${reason(error)} What was written before could not be taken back in: ${left.join(', ')}.`,
    );
  }
}

function isTakenBack({ file, before, after }: Replacement): boolean {
  try {
    replaceText(file, after, before);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
