/** Whether an edit left everything as it was, or merely moved, that plan and findings depend on. */

import type { Report } from './check';
import { firstAt } from './check';
import { keepsAnchors } from './document/anchors';
import type { Document, Layout } from './document/document';
import type { Part } from './document/parts';
import { sameReadings } from './document/readings';
import { mutes } from './document/suppress';
import { isOwnName } from './template/matches';
import type { Outline } from './template/outline';
import { mayAnswer } from './template/outline';
import type { Template } from './template/template';
import type { Region } from './text/regions';
import type { Move } from './text/text';

/** What is known of the document before the edit. */
export interface Known {
  readonly document: Document;
  /** In the order of their places. */
  readonly reports: readonly Report[];
  /** All lines that messages name. */
  readonly named: readonly number[];
  /** The lines of the plan. */
  readonly plan: readonly Region[];
  /** What its headings were compared with. */
  readonly templates: readonly Template[];
  /** What they answer to; undefined if it fits no template, for then any heading may make it fit one. */
  readonly answered?: Pick<Outline, 'template' | 'byName'> | undefined;
}

/** So many parts may hold header fields; whether the second starts with a title depends on its fields, too. */
const HEAD = 2;

/** Parts of the earlier document, and those that take their place in the later one. */
interface Pair {
  readonly before: Part;
  readonly after: Part;
  /** The line on which both stand. */
  readonly line: number;
}

/**
 * By how much lines have moved where two documents, the later one by edits from the earlier one, differ in nothing but
 * that and in parts that say the same to every rule: the same heading or one that no template knows, and the same
 * readings. The head with its fields and the plan are read to the letter, and must be as they were. Undefined where the
 * later document may say something else.
 */
export function sameButMoved(known: Known, after: Document): Move | undefined {
  const { document: before, plan, named } = known;
  const pairs = changedPairs(before, after.layout);
  const last = pairs?.at(-1);
  if (!pairs || !last) return pairs && { line: 0, by: 0 };
  const end = last.line + last.before.lines.length;
  const move = { line: end, by: after.layout.lineCount - before.layout.lineCount };
  if (!sameRegions(before.layout, after.layout, { start: pairs[0]?.line ?? 0, end }, move)) return undefined;
  if (move.by !== 0 && named.some((line) => line >= last.line)) return undefined;
  const same = pairs.every((pair) => {
    const planned = plan.some(({ start, end }) => pair.line >= start && pair.line < end);
    const stays = pair === last || pair.before.lines.length === pair.after.lines.length;
    return !planned && stays && samePart(known, pair);
  });
  return same ? move : undefined;
}

/**
 * The parts that differ, one by one; undefined where there are more or fewer than before, or the head is among them.
 */
function changedPairs(before: Document, { parts, edited }: Layout): Pair[] | undefined {
  const { parts: old, starts } = before.layout;
  const change = edited?.of === old ? edited : differing(old, parts);
  if (old.length !== parts.length || change.from < HEAD) return undefined;
  const pairs: Pair[] = [];
  for (let at = change.from; at < change.to; at++) {
    const [part, other] = [old[at], parts[at]];
    if (part && other && other !== part) pairs.push({ before: part, after: other, line: starts[at] ?? 0 });
  }
  return pairs;
}

/** The first part that differs, and the one after the last. */
function differing(
  old: readonly Part[],
  parts: readonly Part[],
): { readonly from: number; readonly to: number } {
  const from = old.findIndex((part, at) => part !== parts[at]);
  if (from < 0) return { from: old.length, to: old.length };
  return { from, to: old.findLastIndex((part, at) => part !== parts[at]) + 1 };
}

/** True if no instruction region lies in the lines that changed, and those below have moved with their lines. */
function sameRegions(before: Layout, after: Layout, changed: Region, { line, by }: Move): boolean {
  if (before.instructions === after.instructions) return true;
  return (
    before.instructions.length === after.instructions.length &&
    before.instructions.every(({ start, end }, at) => {
      const own = after.instructions[at];
      const moved = start >= line ? by : 0;
      const apart = end <= changed.start || start >= changed.end;
      return apart && own?.start === start + moved && own.end === end + moved;
    })
  );
}

function samePart(known: Known, { before, after, line }: Pair): boolean {
  const end = line + before.lines.length;
  const told =
    (known.reports[firstAt(known.reports, line)]?.range.start.line ?? end) < end ||
    known.named.some((other) => other >= line && other < end);
  return (
    (before.heading === after.heading || sameHeading(known, before, after, told)) &&
    sameReadings(before, after, told || mutes(before) || mutes(after))
  );
}

function sameHeading(known: Known, before: Part, after: Part, told: boolean): boolean {
  const height = headingHeight(before);
  return (
    height === headingHeight(after) &&
    before.heading?.level === after.heading?.level &&
    (before.lines.slice(0, height).every(({ text }, at) => text === after.lines[at]?.text) ||
      (!told && sameName(known, before, after)))
  );
}

/** How many lines a part's heading has. */
function headingHeight({ heading, origin }: Part): number {
  return (heading?.endLine ?? origin) - origin;
}

/**
 * True if a heading that was reworded is still none that a template has, and still no link leads there or nearly
 * there.
 */
function sameName({ document, reports, templates, answered }: Known, before: Part, after: Part): boolean {
  const unknown = (part: Part): boolean =>
    answered !== undefined &&
    !mayAnswer(answered, part) &&
    !templates.some((template) => part.heading && isOwnName(template, part.heading.name));
  const isReported = (line: number): boolean => reports[firstAt(reports, line)]?.range.start.line === line;
  return unknown(before) && unknown(after) && keepsAnchors(document, [before, after], isReported);
}
