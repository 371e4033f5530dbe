/** Finds the milestones and steps of an old plan again in the new one: renumbered, moved, or slightly reworded. */

import { plainText } from '../document/plainText';
import { withoutComments } from '../markdown/inline';
import { fold } from '../markdown/tokens';
import { withoutLabel } from '../plan/labels';
import type { Milestone, Plan } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { isMarkedHuman, verificationOf } from '../plan/verification';
import { nameKey } from '../text/names';
import { areAsMany, isOnly, Pairing } from './pairs';

/** What starts the check that a title names. */
const CHECK = /verify[*_]{0,4}[ \t]?[:：]/i;

/** A milestone or step with its place in the plan. */
export interface Node {
  readonly task: Milestone | Step;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  /** The title without its label and number, for comparison. */
  readonly key: string;
  /** The same without the check that the title names. */
  readonly bareKey: string;
  /** The title as it is shown. */
  readonly title: string;
  /** Only a person may complete it. */
  readonly forPeople: boolean;
}

/** The milestones of a plan, as nodes. */
export function nodesOf({ milestones }: Plan): readonly Node[] {
  return milestones.map((task) => nodeOf(task, undefined, false));
}

function nodeOf(task: Milestone | Step, parent: Node | undefined, human: boolean): Node {
  const children: Node[] = [];
  const title = plainText(task.title);
  const marked = human || isMarkedHuman(task);
  const forPeople = marked || (verificationOf(task)?.words.length ?? 0) > 0;
  const label = withoutLabel(task.title);
  const key = nameKey(label) || fold(label);
  const node: Node = { task, parent, children, key, bareKey: bareKey(label), title, forPeople };
  for (const step of task.steps) children.push(nodeOf(step, node, marked));
  return node;
}

function bareKey(title: string): string {
  const at = title.search(CHECK);
  return nameKey(at < 0 ? title : title.slice(0, at));
}

/** The nodes and all below them, in the order of their lines. */
export function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

/** The text of a task without comments, label and number: what a rewording changes. */
export function wordingOf({ task }: Node): string {
  const [first = '', ...others] = withoutComments(task.text).split('\n');
  return fold([withoutNumber(withoutLabel(first)), ...others].join('\n'));
}

function withoutNumber(text: string): string {
  return text.replace(/^\d+(?:\.\d+)*[.)]?[ \t]+/, '');
}

/** The pairs of two plans. */
export function pairNodes(before: readonly Node[], after: readonly Node[]): Pairing<Node> {
  const pairs = new Pairing<Node>();
  const [olds, news] = [flat(before), flat(after)];
  exactly(pairs, before, after);
  // What moved to another milestone.
  for (const keyOf of [markedKey, keyOfNode]) pairs.byKey(olds, news, keyOf, isOnly);
  for (const [old, now] of [...pairs.after]) exactly(pairs, old.children, now.children);
  checked(pairs, before, after);
  byContents(pairs, olds);
  alike(pairs, before, after);
  return pairs;
}

/**
 * Pairs siblings with the same title; if there are more or fewer of them, those with the same text and mark first, and
 * what is below them.
 */
function exactly(pairs: Pairing<Node>, before: readonly Node[], after: readonly Node[]): void {
  pairs.byKey(before, after, keyOfNode, areAsMany);
  for (const keyOf of [wordedKey, markedKey, keyOfNode]) pairs.byKey(before, after, keyOf);
  for (const one of before) {
    const found = pairs.after.get(one);
    if (found) exactly(pairs, one.children, found.children);
  }
}

/** Pairs siblings whose titles differ in the check that they name. */
function checked(pairs: Pairing<Node>, before: readonly Node[], after: readonly Node[]): void {
  pairs.byKey(before, after, (node) => node.bareKey, isOnly);
  for (const one of before) {
    const found = pairs.after.get(one);
    if (found) checked(pairs, one.children, found.children);
  }
}

/** Pairs tasks with other titles most of whose steps are the same. */
function byContents(pairs: Pairing<Node>, olds: readonly Node[]): void {
  for (const one of olds) {
    if (pairs.after.has(one) || one.children.length === 0) continue;
    const parents = one.children.map((child) => pairs.after.get(child)?.parent);
    const isMost = (parent: Node): boolean => {
      const shared = parents.filter((other) => other === parent).length;
      return shared * 2 > Math.max(one.children.length, parent.children.length);
    };
    const found = parents.find((parent) => parent && isMost(parent));
    if (found) pairs.add(one, found);
  }
}

/** Pairs siblings that were reworded, and what is below them. */
function alike(pairs: Pairing<Node>, before: readonly Node[], after: readonly Node[]): void {
  pairs.byLikeness(before, after, ({ task }) => plainText(withoutLabel(task.title)));
  for (const one of before) {
    const found = pairs.after.get(one);
    if (!found) continue;
    exactly(pairs, one.children, found.children);
    alike(pairs, one.children, found.children);
  }
}

function keyOfNode({ key }: Node): string {
  return key;
}

function markedKey({ key, task }: Node): string {
  return key === '' ? '' : `${(task.mark ?? '').toLowerCase()}\n${key}`;
}

function wordedKey(node: Node): string {
  const key = markedKey(node);
  return key === '' ? '' : `${key}\n${wordingOf(node)}`;
}
