/** Compares an index with the documents of its folder, and updates its rows. All that people wrote themselves stays. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { readIndexRows } from '../document/links/indexRows';
import { disagrees } from '../folder/readIndex';
import { stateWords } from '../status/statusWords';
import { pathFrom } from '../text/paths';
import { applyEdits } from '../text/text';
import type { IndexedDocument } from './indexedDocument';
import { stateOf } from './indexedDocument';
import type { KnownRow } from './newRow';
import { newRow } from './newRow';

/** A difference between an index and its folder. Lines count from 0. */
export type IndexFault =
  | { readonly kind: 'missing'; readonly path: string; readonly title: string }
  | {
      readonly kind: 'status';
      readonly path: string;
      readonly line: number;
      readonly said: string;
      readonly expected: string;
    }
  | { readonly kind: 'dangling'; readonly path: string; readonly line: number };

/** True for a file that lists at least one of the documents, so that rows for the others can be written like it. */
export function isIndexOf(index: Document, documents: readonly IndexedDocument[]): boolean {
  return knownRows(index, documents).length > 0;
}

/**
 * The faults of an index, in the order of its rows, then the documents without a row. `exists` tells whether a path
 * relative to the index leads to a file.
 */
export function indexFaults(
  index: Document,
  documents: readonly IndexedDocument[],
  exists: (path: string) => boolean,
): IndexFault[] {
  const known = knownRows(index, documents);
  const documentOn = new Map(known.map(({ row, document }) => [row.line, document]));
  const faults = readIndexRows(index).flatMap((row): IndexFault[] => {
    const { path, line, status } = row;
    const document = documentOn.get(line);
    if (!document) return exists(path) ? [] : [{ kind: 'dangling', path, line }];
    const { status: own, template, statuses } = document;
    if (own === undefined || !status || !disagrees(row, own, template, statuses)) return [];
    return [{ kind: 'status', path, line, said: status.text, expected: stateOf(own) }];
  });
  return [
    ...faults,
    ...missing(known, documents).map(({ path, title }): IndexFault => ({ kind: 'missing', path, title })),
  ];
}

/**
 * The text of an index with its faults corrected, but for rows that lead nowhere, which a person must decide on. With
 * `only`, the path of one of the documents, the rows of the others stay as they are.
 */
export function updateIndex(text: string, documents: readonly IndexedDocument[], only?: string): string {
  const isMeant = ({ path }: IndexedDocument): boolean => only === undefined || path === only;
  let updated = withStatuses(text, documents.filter(isMeant));
  for (const document of missing(knownRows(parseDocument(updated), documents), documents).filter(isMeant)) {
    updated = withRow(updated, document, documents);
  }
  return updated;
}

function withStatuses(text: string, documents: readonly IndexedDocument[]): string {
  const known = knownRows(parseDocument(text), documents);
  const edits = known.flatMap(({ row, document: { status, template, statuses } }) => {
    if (status === undefined || !row.status || !disagrees(row, status, template, statuses)) return [];
    const { text: said, range } = row.status;
    const { start, end } = stateWords(said);
    const { line, character } = range.start;
    const words = said.slice(start, end);
    const state = stateOf(status);
    return [
      {
        range: { start: { line, character: character + start }, end: { line, character: character + end } },
        newText: words === words.toLowerCase() ? state.toLowerCase() : state,
      },
    ];
  });
  return applyEdits(text, edits);
}

/** The text with a row for a document; unchanged if the result has not exactly this row more. */
function withRow(text: string, added: IndexedDocument, documents: readonly IndexedDocument[]): string {
  const index = parseDocument(text);
  const edit = newRow(index, knownRows(index, documents), added);
  if (!edit) return text;
  const after = applyEdits(text, [edit]);
  const before = pathsIn(index);
  const now = pathsIn(parseDocument(after));
  const at = now.indexOf(added.path);
  const others = now.filter((_, place) => place !== at);
  return at >= 0 && others.join('\n') === before.join('\n') ? after : text;
}

function pathsIn(index: Document): string[] {
  return readIndexRows(index).map(({ path }) => pathFrom('', path));
}

function knownRows(index: Document, documents: readonly IndexedDocument[]): KnownRow[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return readIndexRows(index).flatMap((row) => {
    const document = byPath.get(pathFrom('', row.path));
    return document ? [{ row, document }] : [];
  });
}

/** The documents without a row, by number and path. */
function missing(known: readonly KnownRow[], documents: readonly IndexedDocument[]): IndexedDocument[] {
  const listed = new Set(known.map(({ document }) => document));
  const left = documents.filter((document) => !listed.has(document));
  return left.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.path < b.path ? -1 : 1));
}
