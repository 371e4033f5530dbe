/** The index of a folder: what it says about a document, and whether that agrees with the document. */

import type { LinkedFile } from '../document/links/anchors';
import type { IndexRow } from '../document/links/indexRows';
import { memoize } from '../query/memoize';
import { stageOfStatus } from '../status/stage';
import type { StatusWords } from '../status/statusWords';
import { phraseOf, plainWords } from '../status/statusWords';
import type { Template } from '../template/template';
import { lastName, pathFrom } from '../text/paths';
import vocabulary from '../vocabulary/vocabulary.json';
import { numberOf } from './fileNumber';

/** What a rule knows of the place of a document. */
interface Surroundings {
  /** The path of the document, relative to the root of the repository, with `/`. */
  readonly path?: string | undefined;
  /** The configured index, relative to the root. */
  readonly index?: string | undefined;
  readonly files?:
    | {
        beside(path: string): readonly string[];
        anchors(path: string): LinkedFile | undefined;
      }
    | undefined;
}

/** The index that is about a document. */
interface FoundIndex {
  /** Its path, relative to the document; a configured one's, relative to the root. */
  readonly name: string;
  /** The row of the document; undefined if it has none. */
  readonly row: IndexRow | undefined;
}

/** An index lists more documents than one. */
const MIN_LISTED = 2;
const [README = ''] = vocabulary.indexFiles;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** The names in the document's folder; empty while they are not known. */
export function namesBeside({ files }: Surroundings): readonly string[] {
  return files?.beside(README) ?? [];
}

/** The names in the folder above the document's; empty while they are not known. */
export function namesAbove({ files }: Surroundings): readonly string[] {
  return files?.beside(`../${README}`) ?? [];
}

/** The names of a folder's files that may be its index, in order of preference. */
export function indexNames(names: readonly string[]): string[] {
  return vocabulary.indexFiles.filter((name) => names.includes(name));
}

/** True for the name of a file that may be the index of its folder. */
export function isIndexName(name: string): boolean {
  return vocabulary.indexFiles.includes(name);
}

/**
 * The index that is about a document: the configured one, else one in its folder or the folder above, with a row for it
 * or for at least half of the documents beside it. Undefined if there is none, or if the document may be one itself.
 */
export function readIndex(around: Surroundings): FoundIndex | undefined {
  const { path, files } = around;
  const names = namesBeside(around);
  if (path === undefined || !files || !names.includes(lastName(path)) || isIndexName(lastName(path))) {
    return undefined;
  }
  let inFolder: FoundIndex | undefined;
  for (const place of placesOf(around, names)) {
    const rows = rowsByPath(files.anchors(place)?.rows ?? NO_ROWS, fromRoot(path, place));
    const row = rows.get(path);
    if (row) return { name: shownName(place), row };
    if (isCompleteFor(path, names, rows)) inFolder ??= { name: shownName(place), row };
  }
  return inFolder;
}

const NO_ROWS: readonly IndexRow[] = [];

/** The paths of the files that may be the index, relative to the document, or to the root with a leading `/`. */
function placesOf({ index, files }: Surroundings, names: readonly string[]): string[] {
  if (index !== undefined) return [`/${index}`];
  const above = `../${README}`;
  return [
    ...indexNames(names),
    ...indexNames(files?.beside(above) ?? []).map((name) => pathFrom(above, name)),
  ];
}

function shownName(place: string): string {
  return place.replace(/^\//, '');
}

/** A path in the document at `place`, relative to the root. */
function fromRoot(place: string, path: string): string {
  return pathFrom(place, path).replace(/^\//, '');
}

/** The rows of an index by the paths of their documents, relative to the root. */
const rowsByPath = memoize((rows: readonly IndexRow[], place: string): ReadonlyMap<string, IndexRow> => {
  const found = new Map<string, IndexRow>();
  for (const row of rows) {
    const path = fromRoot(place, row.path);
    if (!found.has(path)) found.set(path, row);
  }
  return found;
});

/** Beside a numbered document, only numbered ones count: others may be templates and instructions. */
function isCompleteFor(path: string, names: readonly string[], rows: ReadonlyMap<string, IndexRow>): boolean {
  const isNumbered = numberOf(lastName(path)) !== undefined;
  const documents = names.filter(
    (name) => MARKDOWN.test(name) && !isIndexName(name) && (!isNumbered || numberOf(name) !== undefined),
  );
  const listed = documents.filter((name) => rows.has(pathFrom(path, name))).length;
  return listed >= MIN_LISTED && listed * 2 >= documents.length;
}

/** True if a row says a status that means another stage than the document's own. Unknown words agree with any. */
export function disagrees(
  { kind, status }: IndexRow,
  own: string,
  template: Template,
  statuses?: StatusWords,
): boolean {
  if (!status) return false;
  const said = phraseOf(status.text)?.phrase;
  // Behind the link of an item there may be any words.
  if (kind === 'item' && plainWords(status.text) !== said) return false;
  if (said !== undefined && said === phraseOf(own)?.phrase) return false;
  const stages = [status.text, own].map((text) => stageOfStatus(text, template, statuses));
  return !stages.includes('unknown') && stages[0] !== stages[1];
}
