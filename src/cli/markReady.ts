/** Marks a draft as ready for review, on behalf of the command `ready`. */

import type { Analysis } from '../core/analysis/analyze';
import type { FileState } from '../core/plan/fileState';
import type { Stripped } from '../core/review/markReady';
import { leftToDo, markReady, stripForReview } from '../core/review/markReady';
import type { Readiness } from '../core/review/readiness';
import { readiness } from '../core/review/readiness';
import { fileStatesOf } from '../core/tools/evidence';
import type { AnalyzedFile } from '../node/check/analyzeFiles';
import { openFileStates } from '../node/check/fileStates';
import { linkChanges } from '../node/check/followRenames';
import { relativeToCwd } from '../node/files/fileErrors';
import { replaceTexts } from '../node/files/replaceTexts';
import { count, printable } from '../node/program/messages';
import type { Session } from './command';
import { requestOf } from './commands/options';
import { unifiedDiff } from './diff';

/**
 * Writes the marked document with the links to headings that lose a mark, or prints the changes as a diff. Returns what is in the way, on the lines of the file as it
 * is; undefined if the document is marked.
 */
export async function mark(session: Session, file: AnalyzedFile): Promise<Readiness | undefined> {
  const { analysis } = file;
  const stripped = stripForReview(analysis);
  const marked = markReady(stripped, await statesOf(session, file, stripped.analysis));
  if (!marked) return leftToDo(analysis, readiness(analysis, await statesOf(session, file, analysis)));
  const { text, status, note } = marked;
  if (note !== undefined) session.note(printable(String(note)));
  if (text === file.text) {
    session.note(printable(`${file.path}: nothing to change.`));
    return undefined;
  }
  const own = { file: file.file, before: file.text, after: text };
  const links = linkChanges(requestOf(session), [own]);
  if (session.given.options.has('dry-run')) {
    session.print(unifiedDiff(file.path, file.text, text));
    for (const { file: name, before, after } of links) {
      session.print(unifiedDiff(relativeToCwd(name), before, after));
    }
    return undefined;
  }
  replaceTexts([own, ...links]);
  session.print(printable(`${file.path}: ${changes(stripped, status)}`));
  for (const { file: name } of links) {
    session.print(printable(`${relativeToCwd(name)}: links to renamed headings updated`));
  }
  return undefined;
}

async function statesOf(
  { cwd, note }: Session,
  { path }: AnalyzedFile,
  analysis: Analysis,
): Promise<ReadonlyMap<number, FileState>> {
  return fileStatesOf(openFileStates(cwd, note), { path, analysis });
}

function changes({ count: stripped }: Stripped, status: string | undefined): string {
  const done = [
    ...(stripped > 0 ? [`${count(stripped, 'leftover')} removed`] : []),
    ...(status === undefined ? [] : [`status set to "${status}"`]),
  ];
  return `${done.join(', ')}.`;
}
