/** Fills in what only the author can write, for faces in which the author cannot type into the text. */

import type { Analysis } from '../analysis/analyze';
import { analyze } from '../analysis/analyze';
import type { Finding } from '../analysis/check';
import type { Document } from '../document/document';
import { fieldOnLine } from '../document/fields/fields';
import { plainText } from '../document/plainText';
import { sectionAround, sectionOnLine } from '../document/sections';
import { fillField } from '../edits/header';
import { insertLines, trimBlank } from '../edits/insert';
import { keepsComments } from '../fix/kept';
import type { Edits, Refusal } from '../plan/change';
import { emptySection } from '../rules/empty-section';
import { specOfField } from '../template/templateFields';
import { say } from '../text/message';
import type { Position, Range, TextEdit } from '../text/text';
import { applyEdits, comparePositions } from '../text/text';
import { openPlaceholders } from './placeholders';

/** A place to fill in. */
export interface OpenPlace {
  readonly range: Range;
  /** What stands there now, such as a placeholder or the guidance of the template; empty if nothing does. */
  readonly text: string;
  /** What the template says that belongs into an empty section; empty if it says nothing. */
  readonly guidance: string;
  /** The section or header field that it is in; undefined above the first section. */
  readonly name: string | undefined;
}

/** The places to fill in, in the order of the document. */
export function openPlaces(analysis: Analysis): OpenPlace[] {
  const { document, bound } = analysis;
  return openPlaceholders(analysis).map((range) => {
    const section = sectionAround(document.sections, range.start.line);
    const heading = section?.heading.text;
    const spec = section && bound?.outline.specOf.get(section);
    const text = textIn(document, range);
    const guidance = text === '' ? trimBlank(spec?.body ?? []).join('\n') : '';
    const name =
      fieldOnLine(document.fields, range.start.line)?.name ??
      (heading === undefined ? undefined : plainText(heading));
    return { range, text, guidance, name };
  });
}

/** The place that a finding asks the author to fill in; undefined if it asks for something else. */
export function placeFor(
  { document }: Analysis,
  places: readonly OpenPlace[],
  finding: Finding,
): OpenPlace | undefined {
  const { start } = finding.range;
  if (finding.rule !== emptySection.id) {
    return places.find(({ range }) => comparePositions(range.start, start) === 0);
  }
  const section = sectionOnLine(document.sections, start.line);
  return (
    section && places.find(({ range }) => sectionAround(document.sections, range.start.line) === section)
  );
}

/** The same place in a later version of the document; undefined if it was filled in meanwhile. */
export function placeAgain(
  places: readonly OpenPlace[],
  { text, name, range }: OpenPlace,
): OpenPlace | undefined {
  const same = places.filter((place) => place.text === text && place.name === name);
  return same.find((place) => place.range.start.line === range.start.line) ?? same[0];
}

/** The first place at a position or behind it. */
export function placeFrom(places: readonly OpenPlace[], position: Position): OpenPlace | undefined {
  return places.find(({ range }) => comparePositions(range.start, position) >= 0);
}

/** The place behind one that has been filled in, or has not: its start is where it was in both cases. */
export function placeAfter(places: readonly OpenPlace[], { range }: OpenPlace): OpenPlace | undefined {
  return places.find((place) => comparePositions(place.range.start, range.start) > 0);
}

/** The edits that write a text into a place. Refused if the text would be more than text there. */
export function fillIn(analysis: Analysis, { range }: OpenPlace, text: string): Edits | Refusal {
  const { document, environment } = analysis;
  const edits = editsFor(analysis, range, text.trim());
  if (edits.length === 0)
    return { refused: say`That cannot be written there without risk: edit the text itself.` };
  const after = analyze(applyEdits(document.text, edits), environment).document;
  if (headings(after) !== headings(document)) {
    return { refused: say`That would change the headings of the document: write it in other words.` };
  }
  if (!keepsComments(document, after)) {
    return { refused: say`That would remove a review comment: edit the text itself.` };
  }
  return { edits };
}

function editsFor({ document, bound }: Analysis, range: Range, text: string): TextEdit[] {
  if (text === '') return [];
  const field = fieldOnLine(document.fields, range.start.line);
  if (field) {
    const spec = bound && specOfField(bound.template.fields, field);
    const item = field.items?.findIndex((one) => comparePositions(one.range.start, range.start) === 0) ?? -1;
    return spec ? fillField(document, field, spec, { value: text, ...(item >= 0 && { item }) }) : [];
  }
  const lines = text.split(/\r\n|\r|\n/);
  const isEmpty = comparePositions(range.start, range.end) === 0;
  const section = sectionAround(document.sections, range.start.line);
  if (isEmpty && section) return [insertLines(document, section.heading.endLine, lines)];
  return [{ range, newText: lines.join(document.ending) }];
}

function headings({ sections }: Document): string {
  return sections.map(({ heading }) => `${heading.level} ${heading.text}`).join('\n');
}

function textIn(document: Document, { start, end }: Range): string {
  const lines = document.lines.slice(start.line, end.line + 1).map(({ text }) => text);
  const last = lines.length - 1;
  if (last >= 0) lines[last] = lines[last]?.slice(0, end.character) ?? '';
  lines[0] = lines[0]?.slice(start.character) ?? '';
  return lines.join('\n');
}
