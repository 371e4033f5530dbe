/** Completes a task on the command line: with evidence that is given, or with what a run of its check shows. */

import { isRefused } from '../core/plan/change';
import type { Evidence } from '../core/plan/evidence';
import { commandOf, isCommandOf, verificationOf } from '../core/plan/verification';
import type { Claim, Completion, Unproved } from '../core/planEdits/complete';
import { completeTask } from '../core/planEdits/complete';
import { findTask } from '../core/planEdits/move';
import { UserError } from '../core/text/userError';
import { knownState, resolveEvidence, scopeOf } from '../core/tools/evidence';
import type { AnalyzedFile } from '../node/check/analyzeFiles';
import { analyzeFile } from '../node/check/analyzeFiles';
import { openFileStates } from '../node/check/fileStates';
import type { Arguments } from './arguments';
import { optionOf, wholeNumber } from './arguments';
import type { Session } from './command';
import { requestOf } from './commands/options';
import { runCommand } from './runCommand';

/** Advice for a refusal, by the missing requirement. */
const ADVICE: Readonly<Record<NonNullable<Unproved['needs']>, string>> = {
  person: 'If a person has confirmed it, pass --by-hand.',
  steps: 'Start it with design-docs start; or pass --by-hand if a person has confirmed it.',
  evidence:
    'Pass --run -- with that command to run it here; or run it, and pass --exit with its exit status and --tree with the output of "git rev-parse HEAD"; or pass --by-hand if a person has confirmed it.',
};

/** The edits that complete a task, the line that it is on after them, and the document that they are for. */
export type Completed = Completion & { readonly before: AnalyzedFile };

/** Completes the task on a line as the arguments say. Throws a `UserError` if that is refused. */
export async function completed(session: Session, before: AnalyzedFile, line: number): Promise<Completed> {
  const { cwd, given, note } = session;
  const byHand = given.options.has('by-hand');
  const told = toldEvidence(given);
  if (given.options.has('run')) return ran(session, before, line);
  const claimed = completion(before, line, { byHand, ...(told && { evidence: told }) });
  if (!told) return { before, ...claimed };
  const evidence = await resolveEvidence(openFileStates(cwd, note), before, line, told);
  return { before, ...completion(before, line, { byHand, evidence }) };
}

/** Runs the check of a step, and completes the step with the outcome. */
async function ran(session: Session, before: AnalyzedFile, line: number): Promise<Completed> {
  const { cwd, given, note } = session;
  const words = given.options.get('run') ?? [];
  refuseOthers(given);
  // What would be refused whatever the outcome is not run.
  completion(before, line, { evidence: { exit: 0, tree: 'HEAD' } });
  const task = findTask(before.analysis.plan.milestones, line);
  refuseOtherCommand(task && verificationOf(task), words);
  const states = openFileStates(cwd, note);
  const scope = scopeOf(before, line);
  const { id, files } = knownState(await states.stateNow(scope), 'HEAD', scope);
  const exit = runCommand(words, cwd);
  if (exit !== 0) {
    const why = `The check ended with exit status ${exit}, so the step is not done. Nothing was ticked.`;
    throw new UserError('check-failed', why);
  }
  const now = await states.stateNow(scope);
  if (now.kind !== 'known' || now.files !== files) {
    note(
      'note: the check changed files that it is about, and its evidence is for those that it started with.',
    );
  }
  // The check may have taken a while.
  const after = await analyzeFile(requestOf(session), before.file);
  if (findTask(after.analysis.plan.milestones, line)?.text !== task?.text) {
    const why = `${before.path} changed while the check ran, and line ${line + 1} is another one. The check passed, and nothing was ticked.`;
    throw new UserError('stale-version', why);
  }
  return {
    before: after,
    ...completion(after, line, { evidence: { exit, tree: id, files, seen: true } }),
  };
}

function completion({ analysis }: AnalyzedFile, line: number, claim: Claim): Completion {
  const change = completeTask(analysis, line, claim);
  if (!isRefused(change)) return change;
  const { refused, needs } = change;
  throw new UserError('not-ticked', needs ? `${refused} ${ADVICE[needs]}` : refused);
}

function refuseOthers({ options }: Arguments): void {
  const other = ['exit', 'tree', 'by-hand', 'undo'].find((name) => options.has(name));
  if (other === undefined) return;
  throw new UserError('run-alone', `--run records what it sees, so it is not combined with --${other}.`);
}

/** Only the step's own command runs, and only if the caller gives it. */
function refuseOtherCommand(verification: ReturnType<typeof verificationOf>, words: readonly string[]): void {
  if (!verification) {
    throw new UserError(
      'no-check',
      'The step names no check, so there is none to run. Tick it without --run.',
    );
  }
  if (isCommandOf(verification, words)) return;
  const command = commandOf(verification);
  throw new UserError(
    'other-command',
    `--run runs only the command that verifies the step, which is: ${command}. Give it as one word, in quotes, if your shell reads it otherwise.`,
  );
}

function toldEvidence(given: Arguments): Evidence | undefined {
  const [exit, tree] = [optionOf(given, 'exit'), optionOf(given, 'tree')];
  if (exit === undefined && tree === undefined) return undefined;
  if (exit === undefined || tree === undefined) {
    throw new UserError(
      'half-evidence',
      '--exit and --tree belong together: the exit status, and the commit that it is for.',
    );
  }
  return { exit: wholeNumber(exit, '--exit', 0), tree };
}
