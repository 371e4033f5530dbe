/** Sections whose text differs otherwise than in what the other kinds of changes report. */

import type { Analysis } from '../analysis/analyze';
import type { Document, Section } from '../document/document';
import { withoutComments } from '../markdown/inline';
import type { Block } from '../markdown/markdown';
import { openingOf } from '../markdown/markdown';
import { fold } from '../markdown/tokens';
import { allTasks } from '../plan/tasks';
import { statusField } from '../status/status';
import type { Change } from './change';
import { changeAt } from './change';
import type { Item, ItemDifference } from './items';
import type { Pairs } from './pairs';
import type { Part } from './sectionPairs';
import { hasText, shownName } from './sections';
import type { Sentence } from './sentence';
import { counted, listed, sentence } from './sentence';

/** The maximum number of sections that one sentence names. */
const MAX_NAMED = 8;

/** One change that names the sections whose text differs; none if there are none. */
export function textChanges(
  before: Analysis,
  after: Analysis,
  pairs: Pairs<Part>,
  items: readonly ItemDifference[],
): Change[] {
  const was = sourceOf(
    before,
    items.flatMap(({ lost }) => lost),
  );
  const is = sourceOf(
    after,
    items.flatMap(({ come }) => come),
  );
  const parts = [...pairs.after]
    .filter(([old, now]) => hasText(old) === hasText(now))
    .filter(([old, now]) => sectionText(was, old.section) !== sectionText(is, now.section))
    .map(([, now]) => now);
  const isTopChanged = topText(was) !== topText(is);
  const [first] = parts;
  if (!first && !isTopChanged) return [];
  const line = isTopChanged ? (after.document.title?.line ?? 0) : (first?.section.heading.line ?? 0);
  return [changeAt('text-changed', line, messageAbout(parts, isTopChanged))];
}

function messageAbout(parts: readonly Part[], isTopChanged: boolean): Sentence {
  const count = parts.length;
  const left = count - MAX_NAMED;
  const names = listed(parts.slice(0, MAX_NAMED).map(shownName));
  const all = left > 0 ? sentence`${names} and ${left} more` : names;
  if (count === 0) return sentence`The text before the first section changed.`;
  return isTopChanged
    ? sentence`The text before the first section changed, and that of ${counted(count, 'section')}: ${all}.`
    : sentence`The text of ${counted(count, 'section')} changed: ${all}.`;
}

/** A document, and the lines of it that other kinds of changes are about. */
interface Source {
  readonly document: Document;
  /** The lines with the boxes of tasks. */
  readonly tasks: ReadonlySet<number>;
  /** The lines of milestones, which may be headings. */
  readonly milestones: ReadonlySet<number>;
  /** The lines of header fields. */
  readonly fields: ReadonlySet<number>;
  /** The first lines of list items that are reported by themselves. */
  readonly items: ReadonlySet<number>;
}

function sourceOf({ document, plan }: Analysis, items: readonly Item[]): Source {
  const fields = new Set<number>();
  const status = statusField(document);
  for (const { line, endLine } of [...document.fields, ...(status ? [status] : [])]) {
    for (let at = line; at < endLine; at++) fields.add(at);
  }
  return {
    document,
    tasks: new Set([...allTasks(plan.milestones)].map(({ line }) => line)),
    milestones: new Set(plan.milestones.map(({ line }) => line)),
    fields,
    items: new Set(items.map(({ line }) => line)),
  };
}

/** The text of a section without its sub-sections, but with the milestones that are headings in it. */
function sectionText(source: Source, { blocks, children }: Pick<Section, 'blocks' | 'children'>): string {
  const inner = children.filter(({ heading }) => source.milestones.has(heading.line));
  // The order of milestones is reported with the plan.
  const texts = inner.map((one) => shownText(source, one.blocks)).sort();
  return JSON.stringify([shownText(source, blocks), ...texts]);
}

/** The text before the first section, and that of milestones which are in no section. */
function topText(source: Source): string {
  const { preamble, sections } = source.document;
  const children = sections.filter(({ parent }) => !parent);
  return frontMatterText(source) + sectionText(source, { blocks: preamble, children });
}

/** What of front matter is read as no field. */
function frontMatterText({ document, fields }: Source): string {
  const { start, end } = document.frontMatter ?? { start: 0, end: 0 };
  const lines = Array.from({ length: end - start }, (_, at) => start + at).filter((at) => !fields.has(at));
  const texts = lines.map((at) => fold(document.lineAt(at)?.text ?? ''));
  return texts.filter((text) => text !== '').join('\n');
}

/** What blocks show, without fields, tasks of the plan, and the items that are reported by themselves. */
function shownText(source: Source, blocks: readonly Block[]): string {
  return textsOf(source, blocks)
    .filter((text) => text !== '' && text !== 'list')
    .join('\n');
}

/** The texts of blocks, each behind the kinds of the blocks around it. Of a task, only tables and plain items count. */
function textsOf(source: Source, blocks: readonly Block[], inTask = false): string[] {
  return blocks.flatMap((block): string[] => {
    const { kind, children, content } = block;
    if (kind === 'item') return itemTexts(source, block);
    if (children.length > 0) return [kind, ...textsOf(source, children, inTask)];
    if (kind === 'table') return linesOf(source, block).map(fold);
    if (inTask) return [];
    if (kind === 'definition' || hasField(source, block)) return [fold(linesOf(source, block).join('\n'))];
    return [kind === 'code' ? `${block.language}\n${content}` : fold(withoutComments(content))];
  });
}

function itemTexts(source: Source, { start, box, children }: Block): string[] {
  if (source.items.has(start)) return [];
  if (!box || !source.tasks.has(box.range.start.line)) return ['item', ...textsOf(source, children)];
  const opening = openingOf(children);
  return textsOf(
    source,
    children.filter((child) => child !== opening),
    true,
  );
}

/** The lines of a block; those of fields are empty. */
function linesOf({ document, fields }: Source, { start, end }: Block): string[] {
  return Array.from({ length: end - start }, (_, at) =>
    fields.has(start + at) ? '' : (document.lineAt(start + at)?.text ?? ''),
  );
}

function hasField({ fields }: Source, { start, end }: Block): boolean {
  for (let at = start; at < end; at++) if (fields.has(at)) return true;
  return false;
}
