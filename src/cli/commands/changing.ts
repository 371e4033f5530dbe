/** Shared code of the commands that change a plan. */

import { analyze } from '../../core/analysis/analyze';
import { idleText } from '../../core/plan/idle';
import { lineOf } from '../../core/plan/next';
import type { TextEdit } from '../../core/text/text';
import { applyEdits } from '../../core/text/text';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { replaceText } from '../../node/files/writeFile';
import { printable } from '../../node/program/messages';
import type { Session } from '../command';

/** Applies edits to a file and analyzes the result. Throws a `UserError` if the file has changed since it was read. */
export function applyTo(before: AnalyzedFile, edits: readonly TextEdit[]): AnalyzedFile {
  const text = applyEdits(before.text, edits);
  if (text === before.text) return before;
  replaceText(before.file, before.text, text);
  return { ...before, text, analysis: analyze(text, before.environment) };
}

/** Prints one line about a task, with a `path:line` that terminals make a link. `line` starts at 0. */
export function say(
  session: Session,
  { path }: AnalyzedFile,
  line: number,
  what: string,
  title: string,
): void {
  session.print(printable(`${path}:${line + 1} ${what} ${title}`));
}

/** Writes a note about the next step or milestone. */
export function printNext(session: Session, { path, analysis }: AnalyzedFile): void {
  const { next } = analysis;
  if (!next) session.note(idleText(analysis));
  else
    session.note(`next: ${path}:${lineOf(next) + 1} ${next.action} ${(next.step ?? next.milestone).title}`);
}
