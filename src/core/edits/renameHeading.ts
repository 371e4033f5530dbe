/** Renames a heading, with the links to it in its own document and in others. */

import type { Document, Heading } from '../document/document';
import { PARSE, parseDocument } from '../document/document';
import type { Anchors } from '../document/links/anchors';
import { anchorLine, anchorsOf, resolvedAnchors } from '../document/links/anchors';
import { labelsIn } from '../document/links/definitions';
import type { Slugs } from '../document/links/slugs';
import { slugsOf } from '../document/links/slugs';
import { fold } from '../markdown/tokens';
import type { Text } from '../text/message';
import { say } from '../text/message';
import type { Position, Range, TextEdit } from '../text/text';
import { applyEdits, comparePositions, range } from '../text/text';
import type { RenamedAnchors } from './renamedAnchors';
import { linkEdits, renamesBetween } from './renamedAnchors';

/** The text of a heading that can be renamed, without marks around it and without an explicit id behind it. */
export interface HeadingText {
  readonly line: number;
  readonly range: Range;
  readonly text: string;
}

/** A renamed heading, with the anchors that change. */
export interface HeadingRename extends RenamedAnchors {
  /** The edits of its own document: the heading, and the links to anchors that change. */
  readonly edits: readonly TextEdit[];
}

/** Why a heading cannot be renamed, as a sentence for the user. */
export interface RenameRefusal {
  readonly refused: Text;
}

/** An explicit id behind the text of a heading, such as `{#id}` or `{: #id }`. */
const EXPLICIT_ID = /[ \t]\{:?[ \t]*#[^{}]*\}[ \t]*$/;

/** The text of the heading at a position. */
export function headingAt(document: Document, position: Position): HeadingText | RenameRefusal {
  const heading = headingsOf(document).find(({ line, endLine }) =>
    line === position.line ? true : position.line > line && position.line < endLine,
  );
  if (!heading) return { refused: say`There is no heading here. Put the cursor on the text of a heading.` };
  const { line, range: whole } = heading;
  const source = textIn(document, whole);
  if (fold(source) !== fold(heading.text)) {
    return {
      refused: say`The heading is written on several lines or with HTML in it. Rename it by hand.`,
    };
  }
  const id = EXPLICIT_ID.exec(source)?.[0] ?? '';
  const { start, end } = whole;
  const text = source.slice(0, source.length - id.length);
  return { line, text, range: { start, end: { line: end.line, character: end.character - id.length } } };
}

/**
 * Renames the heading at a position in the document at `path`. Refuses a name that gives no anchor, the anchor of
 * another heading, or a text that Markdown reads as anything but this heading.
 */
export function renameHeading(
  document: Document,
  path: string,
  position: Position,
  name: string,
): HeadingRename | RenameRefusal {
  const heading = headingAt(document, position);
  if ('refused' in heading) return heading;
  const newText = name.trim();
  if (/[\r\n]/.test(newText))
    return { refused: say`A heading has one line. Give it a name without line breaks.` };
  const { line } = heading;
  const before = anchorsOf(document);
  const refused = refuseAnchor(before, line, newText, slugsOf(newText, labelsIn(document[PARSE])));
  if (refused) return refused;
  const edit = { range: heading.range, newText };
  const renamed = parseDocument(applyEdits(document.text, [edit]));
  if (!isSame(document, renamed, line) || !isNamed(renamed, heading, newText)) {
    return {
      refused: say`"${newText}" would not be read as the text of this heading. Give it another name.`,
    };
  }
  const anchors = anchorsOf(renamed);
  const rename = renamesBetween(path, before, anchors, (unmoved) => unmoved);
  const links = linkEdits(document, path, rename).filter((link) => !touches(link, edit));
  const edits = [edit, ...links].sort((a, b) => comparePositions(a.range.start, b.range.start));
  const after = parseDocument(applyEdits(document.text, edits));
  if (!keepsAnchors(before, anchors) || !keepsLinks(document, after, line)) {
    return { refused: say`Another heading would lose its anchor. Give the heading another name.` };
  }
  return { ...rename, edits };
}

/** Refuses a name that gives no anchor, or one that another place in the document has. */
function refuseAnchor(before: Anchors, line: number, name: string, slugs: Slugs): RenameRefusal | undefined {
  if (/^-*$/.test(slugs.github)) {
    return {
      refused: say`"${name}" gives no anchor to link to. Give the heading a name with letters or digits.`,
    };
  }
  for (const anchor of Object.values(slugs)) {
    const taken = anchorLine(before, anchor);
    if (taken === undefined || taken === line) continue;
    return {
      refused: say`Line ${taken + 1} has the anchor "${anchor}" already. Give the heading another name.`,
    };
  }
  return undefined;
}

/** True if every place that had an anchor still has one, so that links of other documents can lead to it. */
function keepsAnchors(before: Anchors, after: Anchors): boolean {
  const named = new Set(after.names.map((name) => anchorLine(after, name)));
  return [...before.lines].every(([name, line]) => anchorLine(after, name) === line || named.has(line));
}

/** True if every link to an anchor of the document leads to the line that it led to, aside from those in the heading. */
function keepsLinks(before: Document, after: Document, renamed: number): boolean {
  const lines = (document: Document): string =>
    JSON.stringify(
      resolvedAnchors(document)
        .filter(({ range: { start } }) => start.line !== renamed)
        .map(({ range: { start }, line }) => [start.line, line]),
    );
  return lines(before) === lines(after);
}

function touches({ range: { start, end } }: TextEdit, { range: other }: TextEdit): boolean {
  return comparePositions(start, other.end) <= 0 && comparePositions(other.start, end) <= 0;
}

/** The title and the headings of all sections. */
function headingsOf({ title, sections }: Document): Heading[] {
  const headings = sections.map(({ heading }) => heading);
  return title ? [title, ...headings] : headings;
}

function textIn(document: Document, { start, end }: Range): string {
  return document.lineAt(start.line)?.text.slice(start.character, end.character) ?? '';
}

/** True if the heading has exactly its new text. A name may open a comment, or end with marks that are dropped. */
function isNamed(after: Document, { line, range: { start } }: HeadingText, name: string): boolean {
  const found = headingAt(after, { line, character: start.character });
  if ('refused' in found) return false;
  const wanted = range(line, start.character, line, start.character + name.length);
  return found.text === name && comparePositions(found.range.end, wanted.end) === 0;
}

/** True if all blocks are where they were and what they were, and all headings but the one on `line` have their text. */
function isSame(before: Document, after: Document, line: number): boolean {
  const shape = ({ allBlocks, sections, title }: Document): string =>
    JSON.stringify([
      allBlocks.map(({ kind, level, start, end }) => [kind, level, start, end]),
      sections.map(({ heading }) => (heading.line === line ? line : [heading.line, heading.text])),
      title?.line,
    ]);
  return shape(before) === shape(after);
}
