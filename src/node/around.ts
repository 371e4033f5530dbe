/** What documents ask of their surroundings. Each question is a line of text, so that its answer can be kept. */

import * as path from 'node:path';
import type { Anchors } from '../core/document/anchors';
import type { Files, Surroundings } from '../core/rules/rule';
import { stampOf } from '../core/stamp';
import { digest } from '../core/text/digest';
import { exists, isUnder, kindOf, namesIn, realPath, statOf } from './files';
import { readText } from './reading';
import type { Values } from './values';
import { slashed } from './workspace';

const AUTHOR = 'author';
const EXISTS = 'exists ';
const BESIDE = 'beside ';
const ANCHORS = 'anchors ';
const THERE = 'yes';

/** Reads the anchors of the text of a file. */
export type AnchorReader = (text: string) => Anchors | undefined;

export interface Around {
  /** The answer to a question: worked out once, when it is first asked. */
  answer(question: string): string;
  /**
   * The surroundings of a document, which adds its questions to `asked`. Reading anchors takes a parser, which is not
   * loaded where nothing is new: the caller passes the function that loads it.
   */
  of(document: string, asked: Set<string>, readAnchors?: AnchorReader): AskedSurroundings;
}

/**
 * What lies around the documents below a folder. What lies outside of it is not looked at: neither a document nor a
 * cached question may send the program through the rest of the disk.
 */
export function lookAround(root: string, values: Values): Around {
  const namesOf = once(namesIn);
  const find = (question: string): string => {
    if (question === AUTHOR) return values.author ?? '';
    const [kind = ''] = [BESIDE, ANCHORS, EXISTS].filter((own) => question.startsWith(own));
    const place = path.resolve(root, question.slice(kind.length));
    if (!isUnder(root, place)) return kind === EXISTS ? THERE : '';
    if (kind === BESIDE) return digest(namesOf(place).join('\0'));
    if (kind === ANCHORS) return versionOf(root, place);
    return exists(place) && isNamed(root, place, namesOf) ? THERE : '';
  };
  const answer = once(find);
  // The reader is the same for all documents of a run.
  const anchorsIn = new Map<string, Anchors | undefined>();
  return {
    answer,
    of: (document, asked, readAnchors) => {
      const ask = (question: string): string => {
        asked.add(question);
        return answer(question);
      };
      const resolve = (target: string): string =>
        target.startsWith('/') ? path.join(root, target) : path.resolve(path.dirname(document), target);
      const about = (place: string): string => slashed(path.relative(root, place));
      const files: Files = {
        exists: (target) => ask(EXISTS + about(resolve(target))) === THERE,
        beside: (target) => {
          const place = path.dirname(resolve(target));
          return ask(BESIDE + about(place)) === '' ? [] : namesOf(place);
        },
        anchors: (target) => {
          const place = resolve(target);
          if (!readAnchors || ask(ANCHORS + about(place)) === '') return undefined;
          if (!anchorsIn.has(place)) anchorsIn.set(place, anchorsAt(place, readAnchors));
          return anchorsIn.get(place);
        },
        isSelf: (target) => resolve(target) === document,
      };
      return new AskedSurroundings(values, files, ask);
    },
  };
}

/** Surroundings that are found out when somebody asks. */
class AskedSurroundings implements Surroundings {
  constructor(
    private readonly values: Values,
    readonly files: Files,
    private readonly ask: (question: string) => string,
  ) {}

  get today(): string {
    return this.values.today;
  }

  get author(): string | undefined {
    return this.ask(AUTHOR) || undefined;
  }
}

function once<T extends string | readonly string[]>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}

/**
 * True if what is at a place is called so: macOS and Windows find a file whatever the case of its name is, and git and
 * its hosts do not. A folder that cannot be listed is believed.
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
    const own = path.basename(at).normalize('NFC');
    if (names.length > 0 && !names.some((name) => name.normalize('NFC') === own)) return false;
  }
  return true;
}

/** What changes with a file's content; nothing for one that is none, or that a symbolic link leads out of the root to. */
function versionOf(root: string, file: string): string {
  if (kindOf(file) !== 'file' || !isUnder(realPath(root), realPath(file))) return '';
  const stat = statOf(file);
  const stamp = stat ? stampOf([stat.mtimeMs, stat.ctimeMs], [stat.size, stat.ino], Date.now()) : [];
  return stamp.length > 0 ? stamp.join(' ') : digest(textOf(file) ?? '');
}

function anchorsAt(file: string, readAnchors: AnchorReader): Anchors | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : readAnchors(text);
}

/** The text of a file; undefined if it cannot be read: then its anchors are not checked. */
function textOf(file: string): string | undefined {
  try {
    return readText(file);
  } catch {
    return undefined;
  }
}
