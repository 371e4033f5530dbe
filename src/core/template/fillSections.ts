/** What is known of a new document, filled into text: a status that is no field, and macros above the sections. */

import type { Document } from '../document/document';
import { walkBlocks } from '../markdown/markdown';
import words from '../vocabulary/newDocument.json';
import type { Fill } from './draft';
import { linesBetween, offsetsOf } from './draft';
import type { DocumentValues } from './fieldValue';
import { isStatusSection } from './keptText';
import { tokenFills } from './knownTokens';
import { allowedValues } from './templateFields';

/** What replaces the values of sections that are called as a status field is. */
export function sectionFills(document: Document, values: DocumentValues): Fill[] {
  const offsetOf = offsetsOf(document);
  return document.sections
    .filter(({ heading }) => isStatusSection(heading.name))
    .flatMap(({ blocks }) =>
      blocks
        .filter(({ kind }) => kind === 'paragraph')
        .flatMap((block, at) => {
          const start = offsetOf({ line: block.start, character: 0 });
          const end = offsetOf({ line: block.end, character: 0 }) - 1;
          const text = document.text.slice(start, end);
          const fills =
            (at === 0 ? firstValue(text) : undefined) ?? tokenFills(text, values, words.firstStatus.section);
          return fills.map((fill) => ({ ...fill, start: fill.start + start, end: fill.end + start }));
        }),
    );
}

/** What replaces macros such as `{{ date }}` in the lines before the first section that are no fields. */
export function preambleFills(document: Document, values: DocumentValues): Fill[] {
  const offsetOf = offsetsOf(document);
  const isField = new Set(document.fields.flatMap(({ line, endLine }) => linesBetween(line, endLine)));
  const paragraphs = walkBlocks(document.preamble).filter(({ kind }) => kind === 'paragraph');
  return paragraphs.flatMap(({ start, end }) =>
    linesBetween(start, end)
      .filter((line) => !isField.has(line))
      .flatMap((line) => {
        const text = document.lineAt(line)?.text ?? '';
        const first = offsetOf({ line, character: 0 });
        return tokenFills(text, values)
          .filter((fill) => text.startsWith('{{', fill.start))
          .map((fill) => ({ ...fill, start: fill.start + first, end: fill.end + first }));
      }),
  );
}

/** The first of the values that a line lists, its emphasis kept. */
function firstValue(text: string): Fill[] | undefined {
  const [, before = '', list = ''] = /^([ \t]*[*_`]*)([^\n]*?)[*_`]*[ \t]*$/.exec(text) ?? [];
  const [first] = allowedValues(list);
  return first === undefined
    ? undefined
    : [{ start: before.length, end: before.length + list.length, text: first }];
}
