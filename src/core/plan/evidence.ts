/**
 * The check that verifies a step, and the evidence that it passed. Nothing here runs a check: the user or agent who ran
 * it supplies the evidence, which is stored as a comment on the step.
 */

import { inlineSpans, withoutComments } from '../markdown/inline';
import { fold } from '../markdown/tokens';
import { digest } from '../text/digest';
import type { Milestone } from './plan';
import type { Step } from './tasks';

/** The outcome of a check, and the state of the files that it ran on. */
export interface Evidence {
  /** The exit status of the check. */
  readonly exit: number;
  /** Identifies the state of the files, such as the id of a git commit or tree. */
  readonly tree: string;
}

/** The evidence on a step. */
export interface Attested extends Evidence {
  /** True if the step's text has changed since. */
  readonly reworded: boolean;
}

type EvidenceTask = Pick<Step | Milestone, 'text'>;

const COMMENT = /<!-- verified: exit (\d{1,3}), tree ([\w.+/-]{1,64}), words ([0-9a-f]{1,16}) -->/;
/** Matches evidence comments to remove, each with the space or tab in front of it. */
export const EVIDENCE = new RegExp(`[ \\t]?${COMMENT.source}`, 'g');
/** Matches no text that could close a comment. */
const TREE = /^\w[\w.+/]*(?:-[\w.+/]+)*$/;
/** The length of a SHA-256 git id. */
const MAX_TREE_LENGTH = 64;

/** The command or test that verifies a step: inline code such as `verify: npm test`, or inline code after "verify:". */
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

/** The evidence on a step, or undefined. */
export function attestedBy(task: EvidenceTask): Attested | undefined {
  const [, exit, tree = '', words] = COMMENT.exec(task.text) ?? [];
  return exit === undefined ? undefined : { exit: Number(exit), tree, reworded: words !== wordsOf(task) };
}

/** The comment that stores evidence on a step. */
export function evidenceComment(task: EvidenceTask, { exit, tree }: Evidence): string {
  return `<!-- verified: exit ${exit}, tree ${tree}, words ${wordsOf(task)} -->`;
}

/** Why evidence is not acceptable, as a message for the user; undefined if it is acceptable. */
export function refuseEvidence({ exit, tree }: Evidence): string | undefined {
  if (!Number.isInteger(exit) || exit < 0 || exit > 255) {
    return `"${exit}" is not an exit status: expected a whole number from 0 to 255.`;
  }
  if (tree.length > MAX_TREE_LENGTH || !TREE.test(tree)) {
    return 'The tree state must be one word, such as the id that "git rev-parse HEAD" prints.';
  }
  if (exit !== 0)
    return `The check ended with exit status ${exit}, so the step is not done. Only 0 completes it.`;
  return undefined;
}

/** A digest of the step's text without comments. */
function wordsOf({ text }: EvidenceTask): string {
  return digest(fold(withoutComments(text)));
}
