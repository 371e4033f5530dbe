/**
 * What the documents of a folder gave when they were last looked at, for a program that sees them again. It is packed
 * into a list of strings, each of them once, and a list of numbers: that is small, quick to load, and nothing in it can
 * be anything but a text or a number.
 *
 * An entry holds good while all that its summary depends on is the same: the content of the document, the setting
 * (templates, configuration, program), and what the document asked of its surroundings.
 */

import type { FindingJson, Summary } from './json/documents';

/** A question about the surroundings of documents, and what was answered. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

export interface Entry {
  readonly path: string;
  /** What tells, without reading it, that the file is the same; empty if nothing does. */
  readonly stamp: string;
  /** Names the bytes of the file. */
  readonly content: string;
  /** Names all else that was the same for every document. */
  readonly setting: string;
  readonly asked: readonly Answer[];
  readonly summary: Summary;
}

/** Entries as they are kept. The answers come first, then a record for each entry. */
export interface Packed {
  readonly strings: readonly string[];
  readonly numbers: Int32Array;
}

export interface Packer {
  add(entry: Entry): void;
  packed(): Packed;
}

export interface Catalog {
  readonly paths: Iterable<string>;
  /** The entry of a path; undefined if there is none, or none that makes sense. */
  find(path: string): Entry | undefined;
}

/** The numbers of a record before those of its questions; the first says how many numbers the record has. */
const HEAD = 13;
const FINDING = 8;
const NONE = -1;
const NOTHING: Answer = { question: '', answer: '' };

/** Packs entries one by one, so that none of them need be kept. */
export function packer(): Packer {
  const strings: string[] = [];
  const places = new Map<string, number>();
  const answers: number[] = [];
  const known = new Map<string, number>();
  const records: number[] = [];
  const placeOf = (text: string): number => {
    const place = places.get(text);
    if (place !== undefined) return place;
    // A stretch of a document's text would keep all of the text.
    const own: string = JSON.parse(JSON.stringify(text));
    places.set(own, strings.length);
    return strings.push(own) - 1;
  };
  const answerPlace = ({ question, answer }: Answer): number => {
    const key = `${placeOf(question)} ${placeOf(answer)}`;
    const place = known.get(key) ?? known.size;
    if (place === known.size) answers.push(placeOf(question), placeOf(answer));
    known.set(key, place);
    return place;
  };
  return {
    add: ({ path, stamp, content, setting, asked, summary }) => {
      const { titled, template, stage, title, done, total, findings } = summary;
      const length = HEAD + asked.length + findings.length * FINDING;
      records.push(length, placeOf(path), placeOf(stamp), placeOf(content), placeOf(setting));
      records.push(Number(titled), Number(template !== null), placeOf(template ?? ''), placeOf(stage));
      records.push(placeOf(title), done, total, asked.length);
      for (const one of asked) records.push(answerPlace(one));
      for (const { rule, severity, message, line, column, endLine, endColumn, fixable } of findings) {
        records.push(placeOf(rule), placeOf(severity), placeOf(message));
        records.push(line, column, endLine, endColumn, Number(fixable));
      }
    },
    packed: () => ({ strings, numbers: Int32Array.from([known.size, ...answers, ...records]) }),
  };
}

/** Reads what was packed; undefined if it is not that. */
export function unpack({ strings, numbers }: Packed): Catalog | undefined {
  const answers = readAnswers(strings, numbers);
  if (!answers) return undefined;
  const places = new Map<string, number>();
  for (let at = 1 + 2 * answers.length; at < numbers.length; ) {
    const length = numbers[at] ?? 0;
    const path = strings[numbers[at + 1] ?? NONE];
    if (length < HEAD || at + length > numbers.length || path === undefined) return undefined;
    places.set(path, at);
    at += length;
  }
  return {
    paths: places.keys(),
    find: (path) => {
      const at = places.get(path);
      return at === undefined ? undefined : readEntry(strings, answers, numbers, at);
    },
  };
}

function readAnswers(strings: readonly string[], numbers: Int32Array): readonly Answer[] | undefined {
  const count = numbers[0] ?? NONE;
  if (count < 0 || 1 + 2 * count > numbers.length) return undefined;
  const answers: Answer[] = [];
  for (let at = 1; at < 1 + 2 * count; at += 2) {
    const question = strings[numbers[at] ?? NONE];
    const answer = strings[numbers[at + 1] ?? NONE];
    if (question === undefined || answer === undefined) return undefined;
    answers.push({ question, answer });
  }
  return answers;
}

/** The entry whose record starts at a place; undefined if it names a string or an answer that is not there. */
function readEntry(
  strings: readonly string[],
  answers: readonly Answer[],
  numbers: Int32Array,
  start: number,
): Entry | undefined {
  let at = start;
  let sound = true;
  const number = (): number => numbers[at++] ?? 0;
  const one = <T>(of: readonly T[], otherwise: T): T => {
    const found = of[number()];
    sound &&= found !== undefined;
    return found ?? otherwise;
  };
  const text = (): string => one(strings, '');
  const end = start + number();
  const head = { path: text(), stamp: text(), content: text(), setting: text() };
  const titled = number() === 1;
  const bound = number() === 1;
  const template = text();
  const where = { stage: text(), title: text(), done: number(), total: number() };
  const count = number();
  if (count < 0 || at + count > end) return undefined;
  const asked: Answer[] = [];
  for (let left = count; left > 0; left--) asked.push(one(answers, NOTHING));
  const findings: FindingJson[] = [];
  while (at < end) {
    findings.push({
      rule: text(),
      severity: text(),
      message: text(),
      line: number(),
      column: number(),
      endLine: number(),
      endColumn: number(),
      fixable: number() === 1,
    });
  }
  return sound && at === end
    ? { ...head, asked, summary: { titled, template: bound ? template : null, ...where, findings } }
    : undefined;
}
