/** What the evidence on the steps of a plan proves, step by step. */

import type { Attested } from '../plan/evidence';
import { attestedBy } from '../plan/evidence';
import type { FileState, ScopedEvidence } from '../plan/fileState';
import type { Plan } from '../plan/plan';
import { isDone } from '../plan/unfinished';
import type { Verification, WalkedTask } from '../plan/verification';
import { commandOf, verificationOf, walkTasks } from '../plan/verification';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import { shorten } from '../text/shorten';

export const PROOFS = ['proved', 'earlier', 'unproved', 'unknown', 'failed', 'reworded'] as const;

/**
 * What is known of a step that is ticked and names its check. `proved`: the files are those that the check passed on.
 * `earlier`: they have changed since. `unproved`: there is no evidence. `unknown`: nothing can be compared.
 */
export type Proof = (typeof PROOFS)[number];

/** A ticked step with what its evidence proves. */
export interface VerifiedStep {
  readonly title: string;
  readonly line: number;
  readonly proof: Proof;
  /** A sentence for the user. */
  readonly message: Message;
  /** True if it stands in the way of a review. */
  readonly blocks: boolean;
}

/** A ticked task with evidence, and the files that it is for. */
export interface AttestedTask extends ScopedEvidence {
  readonly line: number;
}

const NAMED_FILES = 3;
const AGAIN = say`Verify it again, or untick it.`;

/** The ticked tasks of a plan that have evidence. */
export function attestedTasks(plan: Plan): AttestedTask[] {
  return ticked(plan).flatMap(({ task }) => {
    const evidence = attestedBy(task);
    return evidence ? [{ line: task.line, evidence, files: verificationOf(task)?.files ?? [] }] : [];
  });
}

/**
 * The ticked tasks whose checks are named or that have evidence. `states` has the state of the files by line of the
 * task; where it has none, git could not be asked.
 */
export function verifiedSteps(
  plan: Plan,
  states: ReadonlyMap<number, FileState> = new Map(),
): VerifiedStep[] {
  return ticked(plan).flatMap(({ task, forPeople }): VerifiedStep[] => {
    const { title, line } = task;
    const verification = verificationOf(task);
    const evidence = attestedBy(task);
    if (evidence) {
      const named = (verification?.files.length ?? 0) > 0;
      return [{ title, line, ...judged(evidence, states.get(line) ?? { kind: 'no git' }, named) }];
    }
    // The tick of a person is the evidence of what only a person may complete.
    if (!verification || forPeople) return [];
    return [{ title, line, ...withoutEvidence(verification) }];
  });
}

type Judgement = Pick<VerifiedStep, 'proof' | 'message' | 'blocks'>;

function withoutEvidence(verification: Verification): Judgement {
  const check = shorten(commandOf(verification), 80);
  const message = say`The step is ticked, and nothing shows that its check passed (${check}). Run it and complete the step with the outcome, or untick it.`;
  return { proof: 'unproved', message, blocks: true };
}

function judged(
  { exit, tree, files, reworded, seen }: Attested,
  state: FileState,
  named: boolean,
): Judgement {
  if (exit !== 0) {
    const message = sentences(
      say`The evidence says that the check failed: it ended with exit status ${exit}.`,
      AGAIN,
    );
    return { proof: 'failed', message, blocks: true };
  }
  if (reworded) {
    const message = sentences(say`The step was reworded since it was verified.`, AGAIN);
    return { proof: 'reworded', message, blocks: true };
  }
  switch (state.kind) {
    case 'same':
      return {
        proof: 'proved',
        message: seen
          ? say`Its check was seen to pass on the files as they are.`
          : say`Its check passed on the files as they are.`,
        blocks: false,
      };
    case 'changed':
      return changed(state.files, named);
    case 'empty':
      return {
        proof: 'unknown',
        message: sentences(say`No tracked file is one that the step names.`, AGAIN),
        blocks: true,
      };
    case 'unknown': {
      const commit = tree.slice(0, 12);
      const unlike =
        files === undefined
          ? say`Git does not know the commit ${commit} that the step was verified on, and no digest of the files was recorded.`
          : say`Git does not know the commit ${commit} that the step was verified on, and the files are not those that were recorded.`;
      const message = sentences(unlike, AGAIN);
      return { proof: 'unknown', message, blocks: true };
    }
    case 'no git': {
      const message = say`Git cannot be asked here whether files changed since the step was verified.`;
      return { proof: 'unknown', message, blocks: true };
    }
  }
}

/** A step that names its files stands or falls with them; for others, later work changes files as a matter of course. */
function changed(files: readonly string[], named: boolean): Judgement {
  const shown = files.slice(0, NAMED_FILES).join(', ');
  const more = files.length - NAMED_FILES;
  const list = more > 0 ? say`${shown} and ${more} more` : shown;
  const none = files.length === 0;
  const message = named
    ? sentences(
        none
          ? say`Files of the step changed since it was verified.`
          : say`Files of the step changed since it was verified: ${list}.`,
        AGAIN,
      )
    : none
      ? say`The check passed earlier; files changed since.`
      : say`The check passed earlier; files changed since: ${list}.`;
  return { proof: 'earlier', message, blocks: named };
}

function ticked({ milestones }: Plan): WalkedTask[] {
  return [...walkTasks(milestones)].filter(({ task }) => isDone(task));
}
