/** Sections whose text differs otherwise than in what the other kinds of changes report. */

import type { Analysis } from '../analysis/analyze';
import type { Section } from '../document/document';
import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { openingOf } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { allTasks } from '../plan/tasks';
import { statusField } from '../template/status';
import type { Change } from './change';
import { changeAt } from './change';
import type { ItemDifference } from './items';
import type { Pairs } from './pairs';
import type { Part } from './sectionPairs';
import { hasText, shownName } from './sections';
import { counted, listed, sentence } from './sentence';

/** The most sections that one sentence names. */
const MOST_NAMED = 8;

/** One change that names the sections whose text differs; none if there are none. */
export function textChanges(
  before: Analysis,
  after: Analysis,
  pairs: Pairs<Part>,
  items: readonly ItemDifference[],
): Change[] {
  const [olds, news] = [
    new Set(items.flatMap(({ lost }) => lost.map(({ line }) => line))),
    new Set(items.flatMap(({ come }) => come.map(({ line }) => line))),
  ];
  const [was, is] = [readerOf(before, olds), readerOf(after, news)];
  const parts = [...pairs.after]
    .filter(
      ([old, now]) =>
        hasText(old) === hasText(now) && was.ofSection(old.section) !== is.ofSection(now.section),
    )
    .map(([, now]) => now);
  const isTopChanged = was.ofTop() !== is.ofTop();
  const count = parts.length;
  const line = isTopChanged ? (after.document.title?.line ?? 0) : (parts[0]?.section.heading.line ?? 0);
  if (count === 0 && !isTopChanged) return [];
  const top = sentence`The text before the first section changed`;
  const left = count - MOST_NAMED;
  const names = listed(parts.slice(0, MOST_NAMED).map(shownName));
  const all = left > 0 ? sentence`${names} and ${left} more` : names;
  const message =
    count === 0
      ? sentence`${top}.`
      : isTopChanged
        ? sentence`${top}, and that of ${counted(count, 'section')}: ${all}.`
        : sentence`The text of ${counted(count, 'section')} changed: ${all}.`;
  return [changeAt('text-changed', line, message)];
}

interface Reader {
  /** The text of a section without its sub-sections, but with the milestones that are headings in it. */
  ofSection(section: Section): string;
  /** The text before the first section, and that of milestones which are in no section. */
  ofTop(): string;
}

/** Reads what a document shows, without fields, tasks of the plan, and the list items on the lines `skipped`. */
function readerOf({ document, plan }: Analysis, skipped: ReadonlySet<number>): Reader {
  const tasks = new Set([...allTasks(plan.milestones)].map(({ line }) => line));
  const headings = new Set(plan.milestones.map(({ line }) => line));
  const status = statusField(document);
  const hidden = new Set<number>();
  for (const { line, endLine } of [...document.fields, ...(status ? [status] : [])]) {
    for (let at = line; at < endLine; at++) hidden.add(at);
  }
  const source = ({ start, end }: Block): string[] =>
    Array.from({ length: end - start }, (_, at) =>
      hidden.has(start + at) ? '' : (document.lineAt(start + at)?.text ?? ''),
    );
  const read = (blocks: readonly Block[], inTask = false): string[] =>
    blocks.flatMap((block): string[] => {
      const { kind, children, content } = block;
      if (kind === 'item') return readItem(block);
      if (children.length > 0) return [kind, ...read(children, inTask)];
      if (kind === 'table') return source(block).map(fold);
      if (inTask) return [];
      if (kind === 'definition' || isHidden(block)) return [fold(source(block).join('\n'))];
      return [kind === 'code' ? `${block.language}\n${content}` : fold(withoutComments(content))];
    });
  const isHidden = ({ start, end }: Block): boolean => {
    for (let at = start; at < end; at++) if (hidden.has(at)) return true;
    return false;
  };
  const readItem = ({ start, box, children }: Block): string[] => {
    if (skipped.has(start)) return [];
    if (!box || !tasks.has(box.range.start.line)) return ['item', ...read(children)];
    return read(
      children.filter((child) => child !== openingOf(children)),
      true,
    );
  };
  const chunk = (blocks: readonly Block[]): string =>
    read(blocks)
      .filter((text) => text !== '' && text !== 'list')
      .join('\n');
  const withMilestones = (blocks: readonly Block[], sections: readonly Section[]): string => {
    const inner = sections.filter(({ heading }) => headings.has(heading.line));
    return JSON.stringify([chunk(blocks), ...inner.map((one) => chunk(one.blocks)).sort()]);
  };
  // What of front matter is read as no field.
  const matter = (): string => {
    const { start, end } = document.frontMatter ?? { start: 0, end: 0 };
    const lines = Array.from({ length: end - start }, (_, at) => start + at).filter((at) => !hidden.has(at));
    const texts = lines.map((at) => fold(document.lineAt(at)?.text ?? ''));
    return texts.filter((text) => text !== '').join('\n');
  };
  return {
    ofSection: ({ blocks, children }) => withMilestones(blocks, children),
    ofTop: () =>
      matter() +
      withMilestones(
        document.preamble,
        document.sections.filter(({ parent }) => !parent),
      ),
  };
}
