/** What documents ask of their surroundings. Each question is a line of text, so that its answer can be kept. */

import * as path from 'node:path';
import type { Files, Surroundings } from '../core/rules/rule';
import { digest } from '../core/text/digest';
import { exists, isUnder, namesIn } from './files';
import type { Values } from './values';
import { slashed } from './workspace';

const AUTHOR = 'author';
const EXISTS = 'exists ';
const BESIDE = 'beside ';
const THERE = 'yes';

export interface Around {
  /** The answer to a question: found out when it is asked first, and the same to all who ask. */
  answer(question: string): string;
  /** The surroundings of a document, which adds its questions to `asked`. */
  of(document: string, asked: Set<string>): AskedSurroundings;
}

/**
 * What lies around the documents below a folder. Nothing is read, and what lies outside of it is not looked at: neither
 * a document nor a question that was kept must make anybody search the disk.
 */
export function lookAround(root: string, values: Values): Around {
  const listed = new Map<string, readonly string[]>();
  const namesOf = (folder: string): readonly string[] => {
    const names = listed.get(folder) ?? namesIn(folder);
    listed.set(folder, names);
    return names;
  };
  const find = (question: string): string => {
    if (question === AUTHOR) return values.author ?? '';
    const beside = question.startsWith(BESIDE);
    const place = path.resolve(root, question.slice((beside ? BESIDE : EXISTS).length));
    if (!isUnder(root, place)) return beside ? '' : THERE;
    if (beside) return digest(namesOf(place).join('\0'));
    return exists(place) ? THERE : '';
  };
  const answers = new Map<string, string>();
  const answer = (question: string): string => {
    const found = answers.get(question) ?? find(question);
    answers.set(question, found);
    return found;
  };
  return {
    answer,
    of: (document, asked) => {
      const ask = (question: string): string => {
        asked.add(question);
        return answer(question);
      };
      const about = (place: string): string => slashed(path.relative(root, place));
      const folder = path.dirname(document);
      const files: Files = {
        exists: (target) => ask(EXISTS + about(path.resolve(folder, target))) === THERE,
        beside: (target) => {
          const place = path.dirname(path.resolve(folder, target));
          return ask(BESIDE + about(place)) === '' ? [] : namesOf(place);
        },
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
