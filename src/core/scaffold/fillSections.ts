/** Fills known values into the text of a new document: status sections, and macros above the first section. */

import type { Document } from '../document/document';
import { walkBlocks } from '../markdown/markdown';
import { isStatusSection } from '../template/keptText';
import { allowedValues } from '../template/templateFields';
import words from '../vocabulary/newDocument.json';
import type { Fill } from './draft';
import { linesBetween, offsetsOf } from './draft';
import type { DocumentValues } from './fieldValue';
import { tokenFills } from './knownTokens';

/** The fills for sections whose names are those of a status field. */
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

/** The fills for macros such as `{{ date }}` in lines before the first section that are no header fields. */
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

/** The fill that replaces a list of values on one line by the first value, and keeps the emphasis around it. */
function firstValue(text: string): Fill[] | undefined {
  const line = text.trimEnd();
  if (line.includes('\n')) return undefined;
  const before = /^[ \t]*[*_`]*/.exec(line)?.[0] ?? '';
  let end = line.length;
  while (end > before.length && '*_`'.includes(line.charAt(end - 1))) end--;
  const list = line.slice(before.length, end);
  const [first] = allowedValues(list);
  return first === undefined
    ? undefined
    : [{ start: before.length, end: before.length + list.length, text: first }];
}
