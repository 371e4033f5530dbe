/** Where new steps and milestones go, and how they are written: as their neighbours are. */

import type { Document } from '../document';
import type { Block } from '../markdown';
import { walkBlocks } from '../markdown';
import { dominantEnding } from '../text';
import { findTokens } from '../tokens';
import type { Insertion, Planned, Refusal } from './change';
import { provedInsertion } from './change';
import type { Marker } from './items';
import { findItem, markerAfter, markerWidth, readMarker } from './items';
import { numbered, readLabel } from './labels';
import type { Milestone, Step } from './plan';

const BULLET: Marker = { indent: '', marker: '-', gap: ' ' };

/** New steps at the end of those of a milestone or step, numbered on where those are numbered. */
export function addSteps(
  planned: Planned,
  parent: Milestone | Step,
  titles: readonly string[],
): Insertion | Refusal {
  const { document } = planned;
  const last = parent.steps.at(-1);
  const texts = last ? relabelled(titles, last.title) : titles;
  return provedInsertion(planned, stepsUnder(document, parent, texts), parent.line, texts);
}

/** A new milestone after the last one, numbered on where that one is numbered. */
export function addMilestone(planned: Planned, title: string): Insertion | Refusal {
  const { document, plan } = planned;
  const last = plan.milestones.at(-1);
  if (!last) return { refused: 'The document has no plan yet. Give it one with a checklist of milestones.' };
  if (last.mark === undefined) {
    return { refused: 'The milestones of this plan are headings. Write the new one as a heading, too.' };
  }
  const texts = relabelled([title], last.title);
  return provedInsertion(planned, afterItem(document, last.line, texts), undefined, texts);
}

function stepsUnder(
  document: Document,
  parent: Milestone | Step,
  titles: readonly string[],
): Insertion | Refusal {
  const last = parent.steps.at(-1);
  if (last) return afterItem(document, last.line, titles);
  const place = findItem(document, parent.line);
  return place
    ? firstUnderItem(document, place.item, titles)
    : firstUnderHeading(document, parent.line, titles);
}

function afterItem(document: Document, line: number, titles: readonly string[]): Insertion | Refusal {
  const place = findItem(document, line);
  const marker = place && readMarker(document.lines[place.item.start]?.text ?? '');
  if (!marker)
    return { refused: 'The list is written in a way that cannot be extended here. Add the item by hand.' };
  const next = titles.map((title, at) => ({ ...marker, marker: markerAfter(marker.marker, at + 1), title }));
  return inserted(document, place.item.end, next);
}

function firstUnderItem(document: Document, item: Block, titles: readonly string[]): Insertion | Refusal {
  const own = readMarker(document.lines[item.start]?.text ?? '');
  if (!own)
    return { refused: 'The list is written in a way that cannot be extended here. Add the steps by hand.' };
  const bullet = /\d/.test(own.marker) ? BULLET.marker : own.marker;
  const indent = own.indent + ' '.repeat(markerWidth(own) - own.indent.length);
  return inserted(
    document,
    item.end,
    titles.map((title) => ({ indent, marker: bullet, gap: ' ', title })),
  );
}

/** Under a heading the steps are a list of their own, after what its section says. */
function firstUnderHeading(document: Document, line: number, titles: readonly string[]): Insertion | Refusal {
  const section = document.sections.find(({ heading }) => heading.line === line);
  if (!section) return { refused: 'The milestone is no longer where it was.' };
  const end = section.blocks.at(-1)?.end ?? section.heading.endLine;
  const bullet = plansBullet(document);
  return inserted(
    document,
    end,
    titles.map((title) => ({ ...BULLET, marker: bullet, title })),
    true,
  );
}

function plansBullet(document: Document): string {
  for (const { kind, start } of walkBlocks(document.blocks)) {
    const marker = kind === 'item' ? readMarker(document.lines[start]?.text ?? '')?.marker : undefined;
    if (marker !== undefined && !/\d/.test(marker)) return marker;
  }
  return BULLET.marker;
}

function inserted(
  document: Document,
  line: number,
  items: readonly (Marker & { readonly title: string })[],
  apart = false,
): Insertion {
  const ending = dominantEnding(document.lines);
  const stops = [];
  // A line of its own begins after the line before it, so that the last line of the text needs no ending.
  let text = apart ? ending : '';
  for (const { indent, marker, gap, title } of items) {
    text += `${ending}${indent}${marker}${gap}[ ] `;
    const [token] = findTokens(title);
    const [start, end] = token ? [token.start, token.end] : [0, title.length];
    stops.push({ start: text.length + start, end: text.length + end });
    text += title;
  }
  const before = Math.max(0, line - 1);
  if (apart && (document.lines[line]?.text ?? '').trim() !== '') text += ending;
  return { position: { line: before, character: document.lines[before]?.text.length ?? 0 }, text, stops };
}

/** Numbers new tasks on from the last one, where both are numbered by the same word. */
function relabelled(titles: readonly string[], last: string): string[] {
  const label = readLabel(last);
  return titles.map((title, at) =>
    label && readLabel(title)?.word === label.word ? numbered(title, label.number + at + 1) : title,
  );
}
