/** Replaces the texts of several files, all of them or none. */

import { replaceText } from './writeFile';

/** The text of a file, and the one to put in its place. */
export interface Replacement {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Writes all texts, and then calls `last`. If one of them fails, what was written is taken back, and the error is thrown. */
export function replaceTexts(replacements: readonly Replacement[], last: () => void = () => undefined): void {
  const written: Replacement[] = [];
  try {
    for (const one of replacements) {
      replaceText(one.file, one.before, one.after);
      written.push(one);
    }
    last();
  } catch (error) {
    for (const { file, before, after } of written) replaceText(file, after, before);
    throw error;
  }
}
