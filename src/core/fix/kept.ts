/** What a change must leave as it was: what its other lines are to Markdown, and where links lead. */

import type { Anchors } from '../document/anchors';
import { anchorLine, anchorsOf } from '../document/anchors';
import type { Document } from '../document/document';
import type { Link } from '../document/links';
import { decoded, readLinks } from '../document/links';
import type { Region } from '../text/regions';
import type { TextEdit } from '../text/text';
import { comparePositions } from '../text/text';
import type { LineMap } from './lineMap';

/**
 * True if every line that the edits do not touch has the same text and is the same to Markdown: a heading of its level,
 * a task with its mark, a line of code, a header field. An edit in an open fence or above a rule fails here.
 */
export function keepsOtherLines(before: Document, after: Document, map: LineMap): boolean {
  const [old, now] = [linesAs(before), linesAs(after)];
  const fields = new Set(after.fields.map(({ line }) => line));
  return (
    before.lines.every((line, at) => {
      const place = map.after(at);
      if (place === undefined) return true;
      const same = after.lines[place];
      return same?.text === line.text && old[at] === now[place];
    }) &&
    before.fields.every(({ line }) => {
      const place = map.after(line);
      return place === undefined || fields.has(place);
    })
  );
}

/** True if no section that was there comes to lie in one that is inserted. */
export function keepsParents({ sections }: Document, map: LineMap): boolean {
  return sections.every(({ start, parent }) => !parent || map.isNew(start) || !map.isNew(parent.start));
}

/** What each line is to Markdown. Containers do not count, for what is indented anew takes other lines along. */
function linesAs({ lineCount, allBlocks, frontMatter, instructions }: Document): string[] {
  const kinds = new Array<string>(lineCount).fill('');
  const fill = (kind: string, { start, end }: Region): void => {
    for (let line = start; line < end; line++) kinds[line] = kind;
  };
  for (const block of allBlocks) {
    if (block.children.length === 0) fill(`${block.kind} ${block.level} ${block.language}`, block);
  }
  for (const { box } of allBlocks) {
    if (box) kinds[box.range.start.line] = `task ${box.mark}`;
  }
  for (const region of instructions) fill('instructions', region);
  if (frontMatter) fill('front matter', frontMatter);
  return kinds;
}

/**
 * True if every link outside of the edits is still one, and whatever led to an anchor of the document still leads to
 * the same heading.
 */
export function keepsLinks(
  before: Document,
  after: Document,
  edits: readonly TextEdit[],
  map: LineMap,
): boolean {
  const links = readLinks(before);
  if (links.length === 0) return true;
  const now = readLinks(after);
  const kept = links.filter((link) => !edits.some((edit) => touches(edit, link)));
  return keepsPlaces(kept, now, map) && keepsAnchors(before, after, now, map);
}

/** True if an edit changes the address of a link, be it at one of its ends. */
function touches({ range }: TextEdit, link: Link): boolean {
  return (
    comparePositions(range.start, link.range.end) <= 0 && comparePositions(link.range.start, range.end) <= 0
  );
}

/** The links are where they were, or, on a line with an edit, there are as many to each target as before. */
function keepsPlaces(links: readonly Link[], now: readonly Link[], map: LineMap): boolean {
  const there = new Set(
    now.map(({ target, range: { start } }) => placeOf(start.line, start.character, target)),
  );
  const counts = new Map<string, number>();
  for (const { target } of now) counts.set(target, (counts.get(target) ?? 0) + 1);
  return links.every(({ target, range: { start } }) => {
    const line = map.after(start.line);
    const left = counts.get(target) ?? 0;
    counts.set(target, left - 1);
    return line === undefined ? left > 0 : there.has(placeOf(line, start.character, target));
  });
}

function placeOf(line: number, character: number, target: string): string {
  return `${line}:${character} ${target}`;
}

/** The anchors that links name are those of the same headings, or of headings that say the same. */
function keepsAnchors(before: Document, after: Document, now: readonly Link[], map: LineMap): boolean {
  const targets = new Set(now.map(({ target }) => target));
  const [old, own] = [anchorsOf(before), anchorsOf(after)];
  const [names, ownNames] = [headingNames(before), headingNames(after)];
  return [...targets].every((target) => {
    const line = lineOf(old, target);
    if (line === undefined) return true;
    const place = lineOf(own, target);
    if (place === undefined) return false;
    return (map.after(line) ?? place) === place && names.get(line) === ownNames.get(place);
  });
}

/** The line that a link to an anchor leads to; undefined for other links and for anchors that are not there. */
function lineOf(anchors: Anchors, target: string): number | undefined {
  return target.startsWith('#') ? anchorLine(anchors, decoded(target.slice(1))) : undefined;
}

function headingNames({ sections }: Document): Map<number, string> {
  return new Map(sections.map(({ start, heading }) => [start, heading.name.key]));
}
