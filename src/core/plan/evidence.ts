/**
 * What a step says about how it is verified, and what somebody has attested. Nothing here runs anything: evidence
 * is given by whoever ran the check, and kept as a comment on the step.
 */

import { inlineSpans, withoutComments } from '../markdown/inline';
import { fold } from '../markdown/tokens';
import { digest } from '../text/digest';
import type { Milestone, Step } from './plan';

/** The outcome of a check, and the state of the files that it was obtained on. */
export interface Evidence {
  /** The exit status of the check. */
  readonly exit: number;
  /** A name for the state of the files, such as the id of a git commit or tree. */
  readonly tree: string;
}

/** Evidence that a step carries. */
export interface Attested extends Evidence {
  /** The step's words have changed since. */
  readonly reworded: boolean;
}

type EvidenceTask = Pick<Step | Milestone, 'text'>;

const COMMENT = /<!-- verified: exit (\d{1,3}), tree ([\w.+/-]{1,64}), words ([0-9a-f]{1,16}) -->/;
/** The comment as it is taken off again, with the blank in front of it. */
export const EVIDENCE = new RegExp(`[ \\t]?${COMMENT.source}`, 'g');
/** Long enough for any git id; nothing in it can close a comment. */
const TREE = /^\w[\w.+/]*(?:-[\w.+/]+)*$/;
const LONGEST_TREE = 64;

/** The command or test that verifies a step: `verify: npm test` as inline code, or "verify:" before the code. */
export function verifiedBy({ text }: EvidenceTask): string | undefined {
  for (const { kind, start, end } of inlineSpans(text)) {
    if (kind !== 'code') continue;
    const code = fold(text.slice(start, end).replace(/^`+|`+$/g, ''));
    const inside = /^verify:[ \t]*(\S.*)$/i.exec(code)?.[1];
    if (inside !== undefined) return inside;
    if (/\bverify:[ \t]*$/i.test(text.slice(Math.max(0, start - 20), start)) && code !== '') return code;
  }
  return undefined;
}

/** True for a step that only a person may complete. */
export function isForPeople({ text }: EvidenceTask): boolean {
  return /\(human\)/i.test(withoutComments(text));
}

/** The evidence that a step carries, or undefined. */
export function attestedBy(task: EvidenceTask): Attested | undefined {
  const [, exit, tree = '', words] = COMMENT.exec(task.text) ?? [];
  return exit === undefined ? undefined : { exit: Number(exit), tree, reworded: words !== wordsOf(task) };
}

/** The comment that keeps evidence on a step. */
export function evidenceComment(task: EvidenceTask, { exit, tree }: Evidence): string {
  return `<!-- verified: exit ${exit}, tree ${tree}, words ${wordsOf(task)} -->`;
}

/** Why evidence cannot be accepted, as a sentence, or undefined if it can. */
export function refuseEvidence({ exit, tree }: Evidence): string | undefined {
  if (!Number.isInteger(exit) || exit < 0 || exit > 255) {
    return `"${exit}" is no exit status: expected a whole number from 0 to 255.`;
  }
  if (tree.length > LONGEST_TREE || !TREE.test(tree)) {
    return 'The tree state must be one word, such as the id that "git rev-parse HEAD" prints.';
  }
  if (exit !== 0)
    return `The check ended with exit status ${exit}, so the step is not done. Only 0 completes it.`;
  return undefined;
}

function wordsOf({ text }: EvidenceTask): string {
  return digest(fold(withoutComments(text)));
}
