/** What a change must preserve: how Markdown parses the other lines, and the targets of links. */

import { readComments } from '../comments/read';
import type { Document } from '../document/document';
import type { Anchors } from '../document/links/anchors';
import { anchorLine, anchorsOf } from '../document/links/anchors';
import type { Link } from '../document/links/links';
import { decoded, readLinks } from '../document/links/links';
import type { Region } from '../text/regions';
import type { TextEdit } from '../text/text';
import { comparePositions } from '../text/text';
import type { LineMap } from './lineMap';

/**
 * True if every line that the edits do not touch keeps its text and its meaning in Markdown: a heading of its level, a
 * task with its mark, a line of code, a header field. An edit in an unclosed fence or above a setext underline fails
 * here.
 */
export function keepsOtherLines(before: Document, after: Document, map: LineMap): boolean {
  const [old, now] = [lineKinds(before), lineKinds(after)];
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

/** True if every review comment is there as before. What became of its block may differ: the change may be one of it. */
export function keepsComments(before: Document, after: Document): boolean {
  const said = (document: Document): string =>
    JSON.stringify(
      readComments(document)
        .map(({ anchor, range, ...rest }) => rest)
        .sort(byId),
    );
  return said(before) === said(after);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** True if no existing section becomes a sub-section of an inserted one. */
export function keepsParents({ sections }: Document, map: LineMap): boolean {
  return sections.every(({ start, parent }) => !parent || map.isNew(start) || !map.isNew(parent.start));
}

/** How Markdown parses each line. Containers are ignored, because a new indentation also affects lines beside it. */
function lineKinds({ lineCount, allBlocks, frontMatter, instructions }: Document): string[] {
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
 * True if every link outside of the edits is still a link, and every link to an anchor of the document still leads to
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

/** True if an edit overlaps or touches the address of a link. */
function touches({ range }: TextEdit, link: Link): boolean {
  return (
    comparePositions(range.start, link.range.end) <= 0 && comparePositions(link.range.start, range.end) <= 0
  );
}

/** True if the links kept their positions; of those on edited lines, if as many of each target are left. */
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

/** True if every anchor that a link uses leads to the same heading with the same name as before. */
function keepsAnchors(before: Document, after: Document, now: readonly Link[], map: LineMap): boolean {
  const targets = new Set(now.map(({ target }) => target));
  const [oldAnchors, newAnchors] = [anchorsOf(before), anchorsOf(after)];
  const [oldNames, newNames] = [headingNames(before), headingNames(after)];
  return [...targets].every((target) => {
    const line = lineOf(oldAnchors, target);
    if (line === undefined) return true;
    const place = lineOf(newAnchors, target);
    if (place === undefined) return false;
    return (map.after(line) ?? place) === place && oldNames.get(line) === newNames.get(place);
  });
}

/** The line that a link to an anchor leads to; undefined for other links and for unknown anchors. */
function lineOf(anchors: Anchors, target: string): number | undefined {
  return target.startsWith('#') ? anchorLine(anchors, decoded(target.slice(1))) : undefined;
}

function headingNames({ sections }: Document): Map<number, string> {
  return new Map(sections.map(({ start, heading }) => [start, heading.name.key]));
}
