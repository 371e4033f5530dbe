/** The changes of a plan: its milestones and steps, their ticks, checks and evidence. */

import type { Analysis } from '../analysis/analyze';
import { attestedBy } from '../plan/evidence';
import { verifiedBy } from '../plan/verification';
import { say } from '../text/message';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import type { Pairs } from './pairs';
import { isReordered } from './pairs';
import type { Sentence, Words } from './sentence';
import { sentence, words } from './sentence';
import type { Node } from './taskPairs';
import { flat, nodesOf, pairNodes, wordingOf } from './taskPairs';
import type { Tick } from './ticks';
import { isTicked, tickJudge } from './ticks';

/** The changes of the plan from one version of a document to the next. */
export function planChanges(before: Analysis, after: Analysis): Change[] {
  const [olds, news] = [nodesOf(before.plan), nodesOf(after.plan)];
  const pairs = pairNodes(olds, news);
  const all = flat(news);
  const ticks = all.flatMap((node): Tick[] => {
    const old = pairs.before.get(node);
    return isTicked(node) && !isTicked(old) ? [{ before: old, after: node }] : [];
  });
  const judge = tickJudge(after.plan, ticks);
  const tickOf = new Map(ticks.map((tick) => [tick.after, tick]));
  return [
    ...all.flatMap((node) => {
      const old = pairs.before.get(node);
      const tick = tickOf.get(node);
      const why = tick && judge(tick);
      return old ? changesOf(old, node, why) : addition(node, why);
    }),
    ...flat(olds)
      .filter((node) => !pairs.after.has(node))
      .map(removal),
    ...moves(olds, news, pairs),
  ];
}

function addition(node: Node, why: Sentence | undefined): Change[] {
  const message = isTicked(node)
    ? sentence`${kindOf(node)} ${node.title} is new, and ticked.`
    : sentence`${kindOf(node)} ${node.title} is new.`;
  return [changeAt('step-added', node.task.line, message, why)];
}

function removal(node: Node): Change {
  const { task, title } = node;
  const message = sentence`${kindOf(node)} ${title} is gone.`;
  const isEvident = isTicked(node) && attestedBy(task) !== undefined;
  const why = isEvident ? sentence`It was done, with evidence.` : undefined;
  return lossAt('step-removed', task.line, message, why);
}

/** All that changed of a task that is in both plans. */
function changesOf(old: Node, now: Node, why: Sentence | undefined): Change[] {
  return [...markChanges(old, now, why), ...wordChanges(old, now), ...evidenceChanges(old, now)];
}

function markChanges(old: Node, now: Node, why: Sentence | undefined): Change[] {
  const { line, mark } = now.task;
  const [was, is] = [isTicked(old), isTicked(now)];
  const name = sentence`${kindOf(now)} ${now.title}`;
  if (is && !was) return [changeAt('step-ticked', line, sentence`${name} is ticked.`, why)];
  if (was && !is) return [changeAt('step-unticked', line, sentence`${name} is no longer ticked.`)];
  const marks = [old.task.mark, mark].map((one) => one?.trim().toLowerCase());
  if (marks[0] === marks[1]) return [];
  const message = sentence`${name}: the mark was ${boxOf(old)}, and is ${boxOf(now)}.`;
  return [changeAt('step-marked', line, message)];
}

function boxOf({ task: { mark } }: Node): Words | string {
  if (mark === undefined) return words(say`none`);
  return mark.trim() === '' ? words('[ ]') : `[${mark}]`;
}

/** A change of its check, else of its words. A step that is done stands for the words that it had. */
function wordChanges(old: Node, now: Node): Change[] {
  if (wordingOf(old) === wordingOf(now)) return [];
  const { line } = now.task;
  const [was, is] = [verifiedBy(old.task) ?? '', verifiedBy(now.task) ?? ''];
  const done = isTicked(old) && isTicked(now);
  if (was !== is) {
    const name = sentence`${kindOf(now)} ${now.title}`;
    const lost = is === '' ? sentence`Nothing verifies it any more.` : undefined;
    const why = lost ?? (done ? sentence`It is done: the tick was for another check.` : undefined);
    return [changeAt('check-changed', line, checkWords(name, was, is), why)];
  }
  const message =
    old.title === now.title
      ? sentence`${kindOf(now)} ${now.title}: its text changed.`
      : sentence`${kindOf(old)} ${old.title} is now ${now.title}.`;
  const why = done ? sentence`It is done: the tick was for other words.` : undefined;
  return [changeAt('step-reworded', line, message, why)];
}

function checkWords(name: Sentence, was: string, is: string): Sentence {
  if (was === '') return sentence`${name}: it now names the check ${is}.`;
  if (is === '') return sentence`${name}: it no longer names the check ${was}.`;
  return sentence`${name}: its check was ${was}, and is ${is}.`;
}

/** Evidence that came or went while the step stayed done. */
function evidenceChanges(old: Node, now: Node): Change[] {
  if (!isTicked(old) || !isTicked(now)) return [];
  const [was, is] = [attestedBy(old.task), attestedBy(now.task)];
  const { line } = now.task;
  if (was && !is) {
    const message = sentence`${kindOf(now)} ${now.title} has no evidence any more.`;
    return [changeAt('evidence-lost', line, message, sentence`It is still ticked.`)];
  }
  const isNew =
    is && (was?.tree !== is.tree || was.files !== is.files || was.exit !== is.exit || was.seen !== is.seen);
  if (!isNew) return [];
  const message = was
    ? sentence`${kindOf(now)} ${now.title} has other evidence.`
    : sentence`${kindOf(now)} ${now.title} has now evidence.`;
  return [changeAt('evidence-added', line, message)];
}

/** Steps under another milestone, and lists in another order. */
function moves(olds: readonly Node[], news: readonly Node[], pairs: Pairs<Node>): Change[] {
  const moved = flat(olds).flatMap((old): Change[] => {
    const now = pairs.after.get(old);
    // A parent that is gone is none of the new ones, nor the top of the plan.
    const parent = old.parent && (pairs.after.get(old.parent) ?? 'gone');
    if (!now || parent === now.parent) return [];
    const message = now.parent
      ? sentence`${kindOf(now)} ${now.title} stands under ${now.parent.title} now.`
      : sentence`${kindOf(now)} ${now.title} stands at the top of the plan now.`;
    return [changeAt('steps-moved', now.task.line, message)];
  });
  const lists = [{ before: olds, after: news, name: sentence`the milestones` }];
  for (const [old, now] of pairs.after) {
    lists.push({ before: old.children, after: now.children, name: sentence`the steps of ${now.title}` });
  }
  const reordered = lists.flatMap(({ before, after, name }): Change[] => {
    const [first] = after;
    if (!first || !isReordered(before, after, pairs)) return [];
    return [changeAt('steps-moved', first.task.line, sentence`The order of ${name} changed.`)];
  });
  return [...moved, ...reordered];
}

function kindOf({ parent }: Node): Words {
  return words(parent ? say`Step` : say`Milestone`);
}
