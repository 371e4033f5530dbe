/** The index of a folder: what it says about a document, and whether that agrees with the document. */

import type { LinkedFile } from '../document/anchors';
import type { IndexRow } from '../document/indexRows';
import { lastName, pathFrom } from '../text/paths';
import vocabulary from '../vocabulary/vocabulary.json';
import { numberOf } from './naming';
import { stageOfStatus } from './stage';
import type { StatusWords } from './statusWords';
import { phraseOf, plainWords } from './statusWords';
import type { Template } from './template';

/** The files around a document, as rules know them. */
interface Files {
  beside(path: string): readonly string[];
  anchors(path: string): LinkedFile | undefined;
  isSelf(path: string): boolean;
}

/** The index that is about a document. */
interface FoundIndex {
  /** The name of its file. */
  readonly name: string;
  /** The row of the document; undefined if it has none. */
  readonly row: IndexRow | undefined;
  /** True if the index is one of this folder, and lists at least half of the documents in it. */
  readonly isComplete: boolean;
}

/** An index lists more documents than one. */
const FEWEST = 2;
const [README = ''] = vocabulary.indexFiles;

/** The name of the document's file, and the names in its folder; undefined while the folder is not known. */
export function ownName({
  beside,
  isSelf,
}: Pick<Files, 'beside' | 'isSelf'>):
  | { readonly name: string; readonly beside: readonly string[] }
  | undefined {
  const names = beside(README);
  const name = names.find(isSelf);
  return name === undefined ? undefined : { name, beside: names };
}

/** The names of a folder's files that may be its index, in order of preference. */
export function indexNames(names: readonly string[]): string[] {
  return vocabulary.indexFiles.filter((name) => names.includes(name));
}

/**
 * The index that is about the document which `files` are around: the file `configured`, else one in its folder or the
 * folder above. Undefined if there is none, or if it is the document itself.
 */
export function readIndex(files: Files, configured?: string): FoundIndex | undefined {
  const self = ownName(files);
  if (!self || vocabulary.indexFiles.includes(self.name)) return undefined;
  const { name: own, beside: names } = self;
  const above = `../${README}`;
  const places =
    configured === undefined
      ? [...indexNames(names), ...indexNames(files.beside(above)).map((name) => pathFrom(above, name))]
      : [`/${configured}`];
  let inFolder: FoundIndex | undefined;
  for (const place of places) {
    const rows = files.anchors(place)?.rows ?? [];
    const row = rows.find(({ path }) => files.isSelf(pathFrom(place, path)));
    const isComplete = isCompleteFor(own, names, siblingsIn(rows, place, own, files));
    const found = { name: lastName(place), row, isComplete };
    if (row) return found;
    if (isComplete) inFolder ??= found;
  }
  return inFolder;
}

/** The names of the files in the document's folder that rows link to. */
function siblingsIn(rows: readonly IndexRow[], place: string, own: string, files: Files): Set<string> {
  return new Set(
    rows.flatMap(({ path }) => {
      const name = lastName(path);
      return files.isSelf(pathFrom(place, path.slice(0, path.length - name.length) + own)) ? [name] : [];
    }),
  );
}

/** Beside a numbered document, only numbered ones count: others may be templates and instructions. */
function isCompleteFor(own: string, names: readonly string[], linked: ReadonlySet<string>): boolean {
  const isNumbered = numberOf(own) !== undefined;
  const documents = names.filter(
    (name) =>
      /\.(?:md|markdown)$/i.test(name) &&
      !vocabulary.indexFiles.includes(name) &&
      (!isNumbered || numberOf(name) !== undefined),
  );
  const listed = documents.filter((name) => linked.has(name)).length;
  return listed >= FEWEST && listed * 2 >= documents.length;
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
