/** What the commands that change a plan have in common. */

import { analyze } from '../../core/analysis';
import { lineOf } from '../../core/plan/next';
import type { TextEdit } from '../../core/text/text';
import { applyEdits } from '../../core/text/text';
import type { Examined } from '../../node/examine';
import { printable } from '../../node/wording';
import { replaceText } from '../../node/writing';
import type { Session } from '../command';

/** Writes the edits, unless the file has changed since it was read, and reads the document anew. */
export function applyTo(before: Examined, edits: readonly TextEdit[]): Examined {
  const text = applyEdits(before.text, edits);
  if (text === before.text) return before;
  replaceText(before.file, before.text, text);
  return { ...before, text, analysis: analyze(text, before.environment) };
}

/** One line about a task, in the form that terminals can follow. */
export function say(session: Session, { path }: Examined, line: number, what: string, title: string): void {
  session.print(printable(`${path}:${line + 1} ${what} ${title}`));
}

/** What is next, beside the result. */
export function sayNext(session: Session, { path, analysis: { next } }: Examined): void {
  if (!next) session.note('Nothing is left to do in this plan.');
  else
    session.note(`next: ${path}:${lineOf(next) + 1} ${next.action} ${(next.step ?? next.milestone).title}`);
}
