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

/** Four numbers that tell, without reading it, that a file is the same; no numbers (`NaN`) if nothing tells. */
export type Stamp = readonly number[];

export interface Entry {
  readonly path: string;
  readonly stamp: Stamp;
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

/**
 * A record: its length, what the entry is, its stamp (two numbers for each of its own), the count of its questions and their
 * places, and its findings.
 */
const STAMP = 12;
const STAMPS = 4;
const COUNT = STAMP + 2 * STAMPS;
const HEAD = COUNT + 1;
const FINDING = 8;
const NONE = -1;

/** A number of 64 bits, and its halves. */
const whole = new Float64Array(1);
const halves = new Int32Array(whole.buffer);

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
      records.push(length, placeOf(path), placeOf(content), placeOf(setting), Number(titled));
      records.push(Number(template !== null), placeOf(template ?? ''), placeOf(stage), placeOf(title));
      records.push(done, total, findings.length);
      for (let at = 0; at < STAMPS; at++) {
        whole[0] = stamp[at] ?? Number.NaN;
        records.push(...halves);
      }
      records.push(asked.length);
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
  const number = (at: number): number => numbers[at] ?? NONE;
  const [path, content, setting] = [1, 2, 3].map((at) => strings[number(start + at)]);
  const [template, stage, title] = [6, 7, 8].map((at) => strings[number(start + at)]);
  const end = start + number(start);
  const first = start + HEAD + number(start + COUNT);
  if (first < start + HEAD || first + number(start + 11) * FINDING !== end) return undefined;
  if (path === undefined || content === undefined || setting === undefined) return undefined;
  if (template === undefined || stage === undefined || title === undefined) return undefined;
  const asked: Answer[] = [];
  for (let at = start + HEAD; at < first; at++) {
    const answer = answers[number(at)];
    if (!answer) return undefined;
    asked.push(answer);
  }
  const findings: FindingJson[] = [];
  for (let at = first; at < end; at += FINDING) {
    const finding = readFinding(strings, numbers, at);
    if (!finding) return undefined;
    findings.push(finding);
  }
  const summary: Summary = {
    titled: number(start + 4) === 1,
    template: number(start + 5) === 1 ? template : null,
    stage,
    title,
    done: number(start + 9),
    total: number(start + 10),
    findings,
  };
  return { path, stamp: readStamp(numbers, start + STAMP), content, setting, asked, summary };
}

function readStamp(numbers: Int32Array, start: number): number[] {
  const stamp: number[] = [];
  for (let at = start; at < start + 2 * STAMPS; at += 2) {
    halves[0] = numbers[at] ?? 0;
    halves[1] = numbers[at + 1] ?? 0;
    stamp.push(whole[0] ?? Number.NaN);
  }
  return stamp;
}

function readFinding(strings: readonly string[], numbers: Int32Array, at: number): FindingJson | undefined {
  const rule = strings[numbers[at] ?? NONE];
  const severity = strings[numbers[at + 1] ?? NONE];
  const message = strings[numbers[at + 2] ?? NONE];
  if (rule === undefined || severity === undefined || message === undefined) return undefined;
  return {
    rule,
    severity,
    message,
    line: numbers[at + 3] ?? 0,
    column: numbers[at + 4] ?? 0,
    endLine: numbers[at + 5] ?? 0,
    endColumn: numbers[at + 6] ?? 0,
    fixable: numbers[at + 7] === 1,
  };
}
