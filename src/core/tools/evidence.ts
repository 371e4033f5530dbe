/** Evidence and the states of files that git knows: what the tools and the command line record, and compare later. */

import type { Analysis } from '../analysis/analyze';
import { attestedTasks } from '../analysis/verified';
import type { Evidence } from '../plan/evidence';
import type { CommitState, FileState, FileStates, Scope } from '../plan/fileState';
import { verificationOf } from '../plan/verification';
import { findTask } from '../planEdits/move';
import { shorten } from '../text/shorten';
import { UserError } from '../text/userError';

/** The part of an opened document that evidence concerns. */
interface Evidenced {
  readonly path: string;
  readonly analysis: Pick<Analysis, 'plan'>;
}

/** The files that evidence on the task on a line is for. */
export function scopeOf({ path, analysis }: Evidenced, line: number): Scope {
  const task = findTask(analysis.plan.milestones, line);
  return { document: path, files: (task && verificationOf(task)?.files) ?? [] };
}

/**
 * The evidence with the id of the commit that it names, and a digest of its files. Throws a `UserError` if git does not
 * know the commit.
 */
export async function resolveEvidence(
  states: Pick<FileStates, 'stateOf'>,
  document: Evidenced,
  line: number,
  { exit, tree }: Evidence,
): Promise<Evidence> {
  const scope = scopeOf(document, line);
  const { id, files } = knownState(await states.stateOf(tree, scope), tree, scope);
  return { exit, tree: id, files };
}

/** A state that git knows. Throws a `UserError` that says what to do about any other. */
export function knownState(
  state: CommitState,
  commit: string,
  { files }: Scope,
): Extract<CommitState, { kind: 'known' }> {
  switch (state.kind) {
    case 'known':
      return state;
    case 'unknown':
      throw new UserError(
        'unknown-commit',
        `Git knows no commit "${shorten(commit, 64)}" here. Commit the work, run the check, and pass what "git rev-parse HEAD" prints.`,
      );
    case 'empty':
      throw new UserError(
        'empty-scope',
        `The step names the files ${shorten(files.join(', '), 80)}, and the commit has none of them. Correct the step: its paths start at the root of the repository.`,
      );
    case 'no git':
      throw new UserError(
        'no-git',
        'Git cannot be asked here, so nothing shows what the check ran on. A person can tick the step by hand.',
      );
  }
}

/** The states of the files that the evidence in a document is for, by the line of its task. */
export async function fileStatesOf(
  states: Pick<FileStates, 'compare'>,
  { path, analysis }: Evidenced,
): Promise<Map<number, FileState>> {
  const tasks = attestedTasks(analysis.plan);
  const found = tasks.length === 0 ? [] : await states.compare(path, tasks);
  return new Map(tasks.flatMap(({ line }, at) => (found[at] ? [[line, found[at]]] : [])));
}
