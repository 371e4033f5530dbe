/** Shared code of the commands that change a plan. */

import { analyze } from '../../core/analysis/analyze';
import { idleText } from '../../core/plan/idle';
import { lineOf } from '../../core/plan/next';
import { digest } from '../../core/text/digest';
import type { TextEdit } from '../../core/text/text';
import { applyEdits } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { analyzeFile } from '../../node/check/analyzeFiles';
import { replaceText } from '../../node/files/writeFile';
import { printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Session } from '../command';
import { requestOf } from './options';

/** Opens the document to change. Throws a `UserError` if `--version` is given, and the document has another one. */
export async function openCurrent(session: Session, named: string): Promise<AnalyzedFile> {
  const found = await analyzeFile(requestOf(session), named);
  const version = optionOf(session.given, 'version');
  if (version === undefined || version === digest(found.text)) return found;
  throw new UserError(
    'stale-version',
    `${found.path} is no longer at version ${version.slice(0, 40)}: it has changed since. Nothing was written. "design-docs next" shows its current lines and version.`,
  );
}

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
  if (!next) session.note(String(idleText(analysis)));
  else
    session.note(`next: ${path}:${lineOf(next) + 1} ${next.action} ${(next.step ?? next.milestone).title}`);
}
