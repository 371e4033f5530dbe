/** The changes of lists in sections that the template has. */

import { plainText } from '../document/plainText';
import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { itemText } from '../plan/shape';
import { sectionsOfIntent } from '../review/sectionBoxes';
import { outermostItems } from '../review/sectionText';
import { comparedText } from '../template/normalizedText';
import { nameKey } from '../text/names';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import type { Pairs } from './pairs';
import { Pairing } from './pairs';
import type { Part } from './sectionPairs';
import { hasText, shownName } from './sections';
import type { Sentence } from './sentence';
import { listed, sentence } from './sentence';

/** An item of a list. */
export interface Item {
  readonly line: number;
  readonly text: string;
  readonly shown: string;
  readonly key: string;
}

/** The maximum number of items that one sentence names. */
const MAX_NAMED = 5;

/** The items that a list of a section lost and gained. */
export interface ItemDifference {
  readonly old: Part;
  readonly now: Part;
  readonly lost: readonly Item[];
  readonly come: readonly Item[];
}

/** The differences of the lists of paired sections. What became of a whole section is said elsewhere. */
export function itemDifferences(pairs: Pairs<Part>): ItemDifference[] {
  return [...pairs.after].flatMap(([old, now]): ItemDifference[] => {
    if (!old.spec || old.spec.plan || now.spec?.plan || hasText(old) !== hasText(now)) return [];
    const [olds, news] = [itemsOf(old), itemsOf(now)];
    const found = new Pairing<Item>();
    found.byKey(olds, news, ({ text }) => text);
    found.byKey(olds, news, ({ key }) => key);
    found.byLikeness(olds, news, ({ shown }) => shown);
    const lost = olds.filter((item) => !found.after.has(item));
    const come = news.filter((item) => !found.before.has(item));
    return lost.length + come.length > 0 ? [{ old, now, lost, come }] : [];
  });
}

/** The changes of lists. */
export function itemChanges(differences: readonly ItemDifference[]): Change[] {
  return differences.flatMap(({ old, now, lost, come }) => [
    ...lost.slice(0, 1).map(({ line }) => {
      const [name, items] = [shownName(old), named(lost)];
      const message =
        lost.length === 1
          ? sentence`1 item less in ${name}: ${items}.`
          : sentence`${lost.length} items less in ${name}: ${items}.`;
      return lossAt('items-lost', line, message, whyLost(old));
    }),
    ...come.slice(0, 1).map(({ line }) => {
      const [name, items] = [shownName(now), named(come)];
      const message =
        come.length === 1
          ? sentence`1 item more in ${name}: ${items}.`
          : sentence`${come.length} items more in ${name}: ${items}.`;
      return changeAt('items-added', line, message);
    }),
  ]);
}

function whyLost({ spec, analysis: { bound } }: Part): Sentence | undefined {
  const isIntent = spec && bound && sectionsOfIntent(bound.template).has(spec);
  return isIntent ? sentence`The section says what must hold.` : undefined;
}

function named(items: readonly Item[]): Sentence {
  const names = listed(items.slice(0, MAX_NAMED).map(({ shown }) => shown));
  const left = items.length - MAX_NAMED;
  return left > 0 ? sentence`${names} and ${left} more` : names;
}

/** The outermost items of the section itself that are neither tasks of the plan nor text of the template. */
function itemsOf({ section, analysis }: Part): Item[] {
  const { plan, bound } = analysis;
  const guidance = bound?.template.guidance.all;
  const tasks = new Set(plan.milestones.map(({ line }) => line));
  return outermostItems(section.blocks).flatMap((item): Item[] => {
    const text = fold(withoutComments(itemText(item)));
    if (text === '' || guidance?.has(comparedText(text)) || isTask(item, tasks)) return [];
    const shown = plainText(text);
    return [{ line: item.start, text, shown, key: nameKey(shown) }];
  });
}

function isTask({ box }: Block, tasks: ReadonlySet<number>): boolean {
  return box !== undefined && tasks.has(box.range.start.line);
}
