/** The lines that define what a label refers to. */

import type { Document } from '../document/document';
import type { Region } from '../text/regions';

/** The start of a footnote on GitHub, where it may follow a line of text. */
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:/;
/** The same in lists and quotes, behind their marks. */
const INNER_FOOTNOTE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[\^([^\]\s]{1,100})\]:/;
const LABEL = /^\[([^[\]]{1,1000})\]:/;
/** The indentation of a footnote's further paragraphs. */
const INDENTED = /^(?: {4}| {0,3}\t)/;

/** Link reference definitions and footnotes, by what refers to them. Of several for one label, the first counts. */
export function definitionsByLabel(document: Document): Map<string, Region> {
  const found = new Map<string, Region>();
  const add = (label: string, region: Region): void => {
    if (!found.has(labelKey(label))) found.set(labelKey(label), region);
  };
  const starts = blockStarts(document);
  for (const { kind, start, end } of document.blocks) {
    if (kind !== 'definition' && kind !== 'paragraph') continue;
    for (let line = start; line < end; line++) {
      const footnote = FOOTNOTE.exec(textOf(document, line))?.[1];
      if (footnote !== undefined)
        add(`^${footnote}`, { start: line, end: footnoteEnd(document, line, starts) });
    }
    const label = kind === 'definition' ? LABEL.exec(textOf(document, start).trimStart())?.[1] : undefined;
    if (label !== undefined) add(label, { start, end });
  }
  return found;
}

/** The line of each footnote's definition, in whatever list or quote it is. Of several for one label, the first counts. */
export function footnoteLines(document: Document): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { kind, start, end } of document.allBlocks) {
    if (kind !== 'definition' && kind !== 'paragraph') continue;
    for (let line = start; line < end; line++) {
      const label = INNER_FOOTNOTE.exec(textOf(document, line))?.[1];
      if (label === undefined) continue;
      const key = labelKey(label);
      found.set(key, Math.min(line, found.get(key) ?? line));
    }
  }
  return found;
}

/** A label as Markdown compares it. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The lines on which something other than a paragraph starts, which ends a footnote unless it is indented. */
function blockStarts({ blocks, sections }: Document): Set<number> {
  const others = blocks.filter(({ kind }) => kind !== 'paragraph');
  return new Set([...others, ...sections].map(({ start }) => start));
}

/**
 * The line after a footnote: it goes on in the lines right below, and past blank lines in those that are indented.
 * CommonMark, which knows no footnotes, makes several blocks of these.
 */
function footnoteEnd(document: Document, start: number, starts: ReadonlySet<number>): number {
  let end = start + 1;
  for (let line = end; line < document.lineCount; line++) {
    const text = textOf(document, line);
    if (text.trim() === '') continue;
    const goesOn = line === end && !FOOTNOTE.test(text) && !starts.has(line);
    if (!goesOn && !INDENTED.test(text)) break;
    end = line + 1;
  }
  return end;
}

function textOf(document: Document, line: number): string {
  return document.lines[line]?.text ?? '';
}
