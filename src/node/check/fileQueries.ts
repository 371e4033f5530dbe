/** Answers documents' questions about other files. */

import * as path from 'node:path';
import type { Answers } from '../../core/cache/entry';
import { fingerprintOf } from '../../core/cache/fingerprint';
import { fileQuestion, MERGED } from '../../core/cache/recordedEnvironment';
import type { LinkedFile } from '../../core/document/links/anchors';
import { metadataFile } from '../../core/folder/metadataFile';
import type { Files } from '../../core/rules/rule';
import { digest } from '../../core/text/digest';
import { exists, isUnder, kindOf, namesIn, realPath, slashed, statOf } from '../files/files';
import { readableText } from '../files/readFile';
import type { BranchFiles } from '../git/defaultBranch';
import { isBlob } from '../git/defaultBranch';
import type { Defaults } from '../workspace/defaults';

const YES = 'yes';

/** Parses the anchors in a file's text. */
export type AnchorReader = (text: string) => LinkedFile | undefined;

/** Answers for documents: the default author and date, and queries about other files. */
export interface FileQueries {
  readonly defaults: Defaults;
  /**
   * The files that a document's links can refer to. Reading anchors requires the parser, which is not loaded if all
   * documents are in the cache, so the caller passes it as `readAnchors`.
   */
  around(document: string, readAnchors?: AnchorReader): Files;
  /** True if the default branch has a document with exactly this text, line endings aside. */
  isMerged(document: string, text: string): boolean;
  /** Answers a document's questions. Each answer is a string that changes whenever the answer changes. */
  answers(document: string, questions: Iterable<string>): Answers;
}

/**
 * Opens queries about the files below a folder, with memoized answers. Files outside are never looked up: neither a
 * document nor a cached question may make the program probe the rest of the disk. `listBranch` lists the files on the
 * default branch; it is called once, for the first document without a status.
 */
export function openFileQueries(
  root: string,
  defaults: Defaults,
  listBranch: () => BranchFiles = () => new Map(),
): FileQueries {
  const isInside = (place: string): boolean => isUnder(root, place);
  const namesOf = memoize(namesIn);
  const folderDigest = memoize((folder) => (isInside(folder) ? digest(namesOf(folder).join('\0')) : ''));
  const answerAbout = {
    exists: memoize((place) =>
      !isInside(place) || (exists(place) && isNamed(root, place, namesOf)) ? YES : '',
    ),
    beside: (place: string) => folderDigest(path.dirname(place)),
    anchors: memoize((place) => (isInside(place) ? versionOf(root, place) : '')),
    metadata: memoize((folder) => {
      const file = metadataIn(folder);
      return file === undefined ? '' : `${path.basename(file)} ${versionOf(root, file)}`;
    }),
  };
  const metadataIn = (folder: string): string | undefined => {
    const name = isInside(folder) ? metadataFile(namesOf(folder)) : undefined;
    return name === undefined ? undefined : path.join(folder, name);
  };
  let branch: BranchFiles | undefined;
  const blobOf = (document: string): string | undefined => {
    branch ??= listBranch();
    return branch.get(slashed(path.relative(root, document)));
  };
  // The path alone is the key, since `readAnchors` is the same for all documents of a run.
  const anchorsOf = new Map<string, LinkedFile | undefined>();
  const placeOf = (document: string, target: string): string =>
    target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(document), target);
  const answer = (document: string, question: string): string => {
    const file = fileQuestion(question);
    if (question === MERGED) return blobOf(document) ?? '';
    return file ? answerAbout[file.about](placeOf(document, file.path)) : (defaults.author ?? '');
  };
  return {
    defaults,
    isMerged: (document, text) => isBlob(text, blobOf(document)),
    answers: (document, questions) =>
      Object.fromEntries(Array.from(questions, (question) => [question, answer(document, question)])),
    around: (document, readAnchors) => ({
      exists: (target) => answerAbout.exists(placeOf(document, target)) === YES,
      beside: (target) => {
        const place = placeOf(document, target);
        return answerAbout.beside(place) === '' ? [] : namesOf(path.dirname(place));
      },
      anchors: (target) => {
        const place = placeOf(document, target);
        if (!readAnchors || answerAbout.anchors(place) === '') return undefined;
        if (!anchorsOf.has(place)) anchorsOf.set(place, anchorsAt(place, readAnchors));
        return anchorsOf.get(place);
      },
      metadata: (folder) => {
        const file = metadataIn(placeOf(document, folder));
        return file !== undefined && versionOf(root, file) !== '' ? readableText(file) : undefined;
      },
      isSelf: (target) => placeOf(document, target) === document,
    }),
  };
}

function memoize<T extends string | readonly string[]>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}

/**
 * True if a path has the same case as the names on disk: macOS and Windows ignore case, but git and its hosts do not.
 * In an unreadable folder, any name is accepted.
 */
export function isNamed(
  root: string,
  place: string,
  namesOf: (folder: string) => readonly string[],
  platform = process.platform,
): boolean {
  if (platform === 'linux') return true;
  for (let at = place; at !== root && isUnder(root, at); at = path.dirname(at)) {
    const names = namesOf(path.dirname(at));
    const segment = path.basename(at).normalize('NFC');
    if (names.length > 0 && !names.some((name) => name.normalize('NFC') === segment)) return false;
  }
  return true;
}

/**
 * A string that changes whenever the content of a file changes; empty if the path, symbolic links followed, leads to no
 * file below the root.
 */
function versionOf(root: string, file: string): string {
  if (kindOf(file) !== 'file' || !isUnder(realPath(root), realPath(file))) return '';
  const stat = statOf(file);
  return (stat && fingerprintOf(stat, Date.now())) ?? digest(readableText(file) ?? '');
}

function anchorsAt(file: string, readAnchors: AnchorReader): LinkedFile | undefined {
  const text = readableText(file);
  return text === undefined ? undefined : readAnchors(text);
}
