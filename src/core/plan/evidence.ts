/**
 * The evidence that a step was verified: a comment on the step. Nothing here runs a check; what ran it supplies the
 * outcome, and git the state of the files.
 *
 *     <!-- verified: exit 0, tree COMMIT, files DIGEST, seen, words DIGEST -->
 *
 * `tree` is the commit that the check ran on. `files` is a digest of the files that the evidence is for, which outlives
 * the commit when it is squashed or amended. `seen` is there if Design Docs ran the check itself. `words` is a digest of
 * the step's text. Comments of earlier versions have neither `files` nor `seen`.
 */

import { inlineSpans, withoutComments } from '../markdown/inline';
import { fold } from '../markdown/tokens';
import { digest } from '../text/digest';
import type { Message } from '../text/message';
import { say } from '../text/message';
import type { Milestone } from './plan';
import type { Step } from './tasks';

/** The outcome of a check, and the state of the files that it ran on. */
export interface Evidence {
  /** The exit status of the check. */
  readonly exit: number;
  /** The id of the commit that the check ran on. */
  readonly tree: string;
  /** A digest of the files that the evidence is for; undefined in evidence of earlier versions. */
  readonly files?: string;
  /** True if Design Docs ran the check itself. */
  readonly seen?: boolean;
}

/** The evidence on a step. */
export interface Attested extends Evidence {
  /** True if the step's text has changed since. */
  readonly reworded: boolean;
}

type EvidenceTask = Pick<Step | Milestone, 'text' | 'prose'>;

const COMMENT =
  /<!-- verified: exit (\d{1,3}), tree ([\w.+/-]{1,64})(?:, files ([0-9a-f]{1,64}))?(, seen)?, words ([0-9a-f]{1,16}) -->/;
/** Matches evidence comments to remove, each with the space or tab in front of it. */
export const EVIDENCE = new RegExp(`[ \\t]?${COMMENT.source}`, 'g');
/** Matches no text that could close a comment. */
const TREE = /^\w[\w.+/]*(?:-[\w.+/]+)*$/;
/** The length of a SHA-256 git id. */
const MAX_TREE_LENGTH = 64;

/** The evidence on a step, or undefined. */
export function attestedBy(task: EvidenceTask): Attested | undefined {
  for (const text of task.prose) {
    for (const { kind, start, end } of inlineSpans(text)) {
      const [, exit, tree = '', files, seen, words] =
        (kind === 'comment' && COMMENT.exec(text.slice(start, end))) || [];
      if (exit === undefined) continue;
      const known = { ...(files !== undefined && { files }), ...(seen !== undefined && { seen: true }) };
      return { exit: Number(exit), tree, ...known, reworded: words !== wordsOf(task) };
    }
  }
  return undefined;
}

/** The comment that stores evidence on a step. */
export function evidenceComment(task: EvidenceTask, { exit, tree, files, seen }: Evidence): string {
  const state = `tree ${tree}${files === undefined ? '' : `, files ${files}`}${seen ? ', seen' : ''}`;
  return `<!-- verified: exit ${exit}, ${state}, words ${wordsOf(task)} -->`;
}

/** Why evidence is not acceptable, as a message for the user; undefined if it is acceptable. */
export function refuseEvidence({ exit, tree }: Evidence): Message | undefined {
  if (!Number.isInteger(exit) || exit < 0 || exit > 255) {
    return say`"${exit}" is not an exit status: expected a whole number from 0 to 255.`;
  }
  if (tree.length > MAX_TREE_LENGTH || !TREE.test(tree)) {
    return say`The commit must be one word, such as the id that "git rev-parse HEAD" prints.`;
  }
  if (exit !== 0)
    return say`The check ended with exit status ${exit}, so the step is not done. Only 0 completes it.`;
  return undefined;
}

/** A digest of the step's text without comments. */
function wordsOf({ text }: EvidenceTask): string {
  return digest(fold(withoutComments(text)));
}
