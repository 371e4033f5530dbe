/** What an index says about a document. */

import type { Analysis } from '../analysis/analyze';
import { findField } from '../document/fields/fields';
import { documentTitle } from '../folder/documentTitle';
import { numberOf } from '../folder/fileNumber';
import { statusOf } from '../status/stage';
import type { StatusWords } from '../status/statusWords';
import { stateWords } from '../status/statusWords';
import type { Template } from '../template/template';
import { lastName } from '../text/paths';
import vocabulary from '../vocabulary/vocabulary.json';

/** A document, as the index of its folder lists it. */
export interface IndexedDocument {
  /** The path relative to the folder of the index, with `/`. */
  readonly path: string;
  readonly title: string;
  /** The number in the file's name. */
  readonly number: number | undefined;
  /** The whole status; undefined if the document has none. */
  readonly status: string | undefined;
  /** The values of header fields that an index may have columns for. */
  readonly values: readonly string[];
  readonly template: Template;
  readonly statuses: StatusWords | undefined;
}

/** The document for an index; undefined if it fits no template, and is no design doc. */
export function indexedDocument(
  path: string,
  { document, bound, environment }: Analysis,
): IndexedDocument | undefined {
  if (!bound) return undefined;
  const { author, created } = vocabulary.fields;
  const name = lastName(path);
  return {
    path,
    title: documentTitle(document) || name.replace(/\.\w+$/, ''),
    number: numberOf(name),
    status: statusOf(document, bound.template, environment.files),
    values: [author, created].map((names) => findField(document.fields, names)?.value ?? ''),
    template: bound.template,
    statuses: environment.statuses,
  };
}

/** The words of a status that name a state: "Superseded" of "Superseded by [3](0003.md)". */
export function stateOf(status: string): string {
  const { start, end } = stateWords(status);
  return status.slice(start, end);
}
