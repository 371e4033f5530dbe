/** Inserts new steps and milestones, formatted like their neighbours. */

import type { Document } from '../document/document';
import { contentEnd, sectionOnLine } from '../document/sections';
import { walkBlocks } from '../markdown/markdown';
import { findTokens } from '../markdown/tokens';
import type { Insertion, Planned, Refusal } from '../plan/change';
import { insertionEdit, isRefused, proved, provedInsertion, shapeOf } from '../plan/change';
import type { ItemPlace, Marker } from '../plan/items';
import { findItem, indentUnder, markerAfter, readMarker } from '../plan/items';
import { numbered, readLabel } from '../plan/labels';
import type { Milestone } from '../plan/plan';
import type { Step } from '../plan/tasks';
import { titleOf } from '../plan/tasks';
import { say } from '../text/message';

/** A line to insert. */
interface NewLine {
  /** The text before the title: the list marker and the box, or the heading marker. */
  readonly lead: string;
  readonly title: string;
  /** Blank lines above it. */
  readonly apart: readonly string[];
}

const BULLET: Marker = { indent: '', marker: '-', gap: ' ' };
const UNKNOWN: Refusal = {
  refused: say`This list cannot be extended automatically. Add the item by hand.`,
};

/** Appends steps to those of a milestone or step, and continues their numbering. */
export function addSteps(
  planned: Planned,
  parent: Milestone | Step,
  titles: readonly string[],
): Insertion | Refusal {
  const last = parent.steps.at(-1);
  const texts = last ? relabelled(titles, last.title) : titles;
  let tried: Insertion | Refusal = UNKNOWN;
  for (const insertion of stepsUnder(planned, parent, texts)) {
    tried = provedInsertion(planned, insertion, parent.line, texts);
    if (!isRefused(tried)) break;
  }
  return tried;
}

/** Adds a milestone after the last one, and continues the numbering. */
export function addMilestone(planned: Planned, title: string): Insertion | Refusal {
  const { document, plan } = planned;
  const last = plan.milestones.at(-1);
  if (!last)
    return { refused: say`The document has no plan yet. Give it one with a checklist of milestones.` };
  if (last.mark === undefined) return addHeading(planned, last, title);
  const texts = relabelled([title], last.title);
  return provedInsertion(planned, afterItem(document, last.line, texts) ?? UNKNOWN, undefined, texts);
}

/** Candidate insertions of the steps, the likeliest first; the caller takes the first that parses as intended. */
function stepsUnder(planned: Planned, parent: Milestone | Step, titles: readonly string[]): Insertion[] {
  const { document } = planned;
  const last = parent.steps.at(-1);
  const place = findItem(document, parent.line);
  const ways = last
    ? [afterItem(document, last.line, titles)]
    : place
      ? [likeOthers(planned, place, titles), firstUnderItem(document, place, titles)]
      : [firstUnderHeading(document, parent.line, titles)];
  return ways.filter((way) => way !== undefined);
}

function afterItem(document: Document, line: number, titles: readonly string[]): Insertion | undefined {
  const place = findItem(document, line);
  const marker = place && markerOf(document, place);
  if (!marker) return undefined;
  const { item, list } = place;
  const before = list.children[list.children.indexOf(item) - 1];
  // In a loose list, a blank line precedes the new item, too.
  const apart = before && before.end < item.start ? [quoteOf(marker)] : [];
  const next = titles.map((title, at) => {
    return { lead: taskLead({ ...marker, marker: markerAfter(marker.marker, at + 1) }), title, apart };
  });
  return inserted(document, item.end, next);
}

/** Copies the indentation and marker of the first steps under another milestone with the same indentation. */
function likeOthers(
  { document, plan }: Planned,
  place: ItemPlace,
  titles: readonly string[],
): Insertion | undefined {
  const parentMarker = markerOf(document, place);
  for (const task of plan.milestones) {
    const around = findItem(document, task.line);
    const inner = task.steps[0] && findItem(document, task.steps[0].line);
    const [outerMarker, innerMarker] = [around, inner].map((one) => one && markerOf(document, one));
    if (!parentMarker || !outerMarker || !innerMarker || outerMarker.indent !== parentMarker.indent) continue;
    const first = innerMarker.marker.replace(/^\d+/, '1');
    const next = titles.map((title, at) => {
      return { lead: taskLead({ ...innerMarker, marker: markerAfter(first, at) }), title, apart: [] };
    });
    return inserted(document, place.item.end, next);
  }
  return undefined;
}

function firstUnderItem(
  document: Document,
  place: ItemPlace,
  titles: readonly string[],
): Insertion | undefined {
  const parentMarker = markerOf(document, place);
  if (!parentMarker) return undefined;
  const marker = /\d/.test(parentMarker.marker) ? BULLET.marker : parentMarker.marker;
  const lead = taskLead({ indent: indentUnder(parentMarker), marker, gap: ' ' });
  const next = titles.map((title) => ({ lead, title, apart: [] }));
  return inserted(document, place.item.end, next);
}

/** Under a heading, the steps become a new list at the end of the section's text. */
function firstUnderHeading(
  document: Document,
  line: number,
  titles: readonly string[],
): Insertion | undefined {
  const section = sectionOnLine(document.sections, line);
  if (!section) return undefined;
  const end = contentEnd(section);
  const lead = taskLead({ ...BULLET, marker: plansBullet(document) });
  const next = titles.map((title, at) => ({ lead, title, apart: at === 0 ? [''] : [] }));
  return inserted(document, end, next, true);
}

function plansBullet(document: Document): string {
  for (const { kind, box, start } of walkBlocks(document.blocks)) {
    const marker =
      kind === 'item' && box ? readMarker(document.lineAt(start)?.text ?? '')?.marker : undefined;
    if (marker !== undefined && !/\d/.test(marker)) return marker;
  }
  return BULLET.marker;
}

/** Adds a heading like the last milestone's. It gets a label, because a heading without tasks needs one. */
function addHeading(
  planned: Planned,
  { line, title: before }: Milestone,
  title: string,
): Insertion | Refusal {
  const { document, plan } = planned;
  const section = sectionOnLine(document.sections, line);
  const label = readLabel(before);
  if (!section || !label) {
    return {
      refused: say`The milestones of this plan are headings without numbers. Add the new one by hand.`,
    };
  }
  const words = before.slice(0, label.start).replace(/^[*_`]+/, '');
  const [text = title] = readLabel(title)
    ? relabelled([title], before)
    : [`${words}${label.number + 1}: ${title}`];
  const lead = `${'#'.repeat(section.heading.level)} `;
  const after = lastNonBlank(document, section.end) + 1;
  const insertion = inserted(document, after, [{ lead, title: text, apart: [''] }], true);
  const wanted = [...shapeOf(plan), { title: titleOf(text), steps: [] }];
  const proof = proved(planned, [insertionEdit(insertion)], wanted);
  return isRefused(proof) ? proof : insertion;
}

/** The last line before `end` that is not blank. */
function lastNonBlank(document: Document, end: number): number {
  let last = end - 1;
  while (last > 0 && (document.lineAt(last)?.text ?? '').trim() === '') last--;
  return last;
}

function markerOf(document: Document, { item }: ItemPlace): Marker | undefined {
  return readMarker(document.lineAt(item.start)?.text ?? '');
}

/** The block quote markers in front of a list marker, which a blank line in the quote needs, too. */
function quoteOf({ indent }: Marker): string {
  return indent.slice(0, indent.lastIndexOf('>') + 1);
}

function taskLead({ indent, marker, gap }: Marker): string {
  return `${indent}${marker}${gap}[ ] `;
}

/** Inserts lines at the end of the line before `line`, so that the last line of the text needs no line ending. */
function inserted(document: Document, line: number, added: readonly NewLine[], alone = false): Insertion {
  const ending = document.ending;
  const stops = [];
  let text = '';
  for (const { lead, title, apart } of added) {
    text += [...apart, lead].map((start) => ending + start).join('');
    const [token] = findTokens(title);
    const [start, end] = token ? [token.start, token.end] : [0, title.length];
    stops.push({ start: text.length + start, end: text.length + end });
    text += title;
  }
  const before = Math.max(0, line - 1);
  if (alone && (document.lineAt(line)?.text ?? '').trim() !== '') text += ending;
  return { position: { line: before, character: document.lineAt(before)?.text.length ?? 0 }, text, stops };
}

/** Continues the numbering of the last task where the label of a new one has the same word. */
function relabelled(titles: readonly string[], last: string): string[] {
  const label = readLabel(last);
  return titles.map((title, at) =>
    label && readLabel(title)?.word === label.word ? numbered(title, label.number + at + 1) : title,
  );
}
