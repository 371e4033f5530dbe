/**
 * What the documents of a folder gave when they were last looked at, for a program that sees them again. It is packed
 * into a list of strings, each of them once, and a list of numbers: that is small, quick to load, and nothing in it can
 * be anything but a text or a number.
 *
 * An entry holds good while all that its summary depends on is the same: the content of the document, the setting
 * (templates, configuration, program), and what the document asked of its surroundings.
 */

import type { FindingJson, Summary } from './json/documents';
import type { Stamp } from './stamp';

/** A question about the surroundings of documents, and what was answered. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

export interface Entry {
  readonly path: string;
  /** Of four numbers, if it tells anything. */
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

/** A record: these, the numbers of the stamp in halves, the places of its answers, and its findings. */
const RECORD = row(
  'length',
  'path',
  'content',
  'setting',
  'titled',
  'template',
  'stage',
  'title',
  'done',
  'total',
  'asked',
  'findings',
);
const STAMP = 4;
const HEAD = RECORD.size + 2 * STAMP;
const FINDING = row('rule', 'severity', 'message', 'line', 'column', 'endLine', 'endColumn', 'fixable');
/** The place of no string. */
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
      RECORD.write(records, {
        length: HEAD + asked.length + findings.length * FINDING.size,
        path: placeOf(path),
        content: placeOf(content),
        setting: placeOf(setting),
        titled: Number(titled),
        template: template === null ? NONE : placeOf(template),
        stage: placeOf(stage),
        title: placeOf(title),
        done,
        total,
        asked: asked.length,
        findings: findings.length,
      });
      for (let at = 0; at < STAMP; at++) {
        whole[0] = stamp[at] ?? Number.NaN;
        records.push(...halves);
      }
      for (const one of asked) records.push(answerPlace(one));
      for (const finding of findings) {
        FINDING.write(records, {
          ...finding,
          rule: placeOf(finding.rule),
          severity: placeOf(finding.severity),
          message: placeOf(finding.message),
          fixable: Number(finding.fixable),
        });
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
    const length = numbers[at + RECORD.at.length] ?? 0;
    const path = strings[numbers[at + RECORD.at.path] ?? NONE];
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
  const { at } = RECORD;
  const number = (field: number): number => numbers[start + field] ?? NONE;
  const text = (field: number): string | undefined => strings[number(field)];
  const [path, content, setting] = [text(at.path), text(at.content), text(at.setting)];
  const template = number(at.template) === NONE ? null : text(at.template);
  const [stage, title] = [text(at.stage), text(at.title)];
  if (path === undefined || content === undefined || setting === undefined) return undefined;
  if (template === undefined || stage === undefined || title === undefined) return undefined;
  const first = HEAD + number(at.asked);
  const end = number(at.length);
  if (first < HEAD || first + number(at.findings) * FINDING.size !== end) return undefined;
  const asked: Answer[] = [];
  for (let place = HEAD; place < first; place++) {
    const answer = answers[number(place)];
    if (!answer) return undefined;
    asked.push(answer);
  }
  const findings: FindingJson[] = [];
  for (let place = first; place < end; place += FINDING.size) {
    const finding = readFinding(strings, numbers, start + place);
    if (!finding) return undefined;
    findings.push(finding);
  }
  const titled = number(at.titled) === 1;
  const summary = {
    titled,
    template,
    stage,
    title,
    done: number(at.done),
    total: number(at.total),
    findings,
  };
  return { path, stamp: readStamp(numbers, start + RECORD.size), content, setting, asked, summary };
}

function readStamp(numbers: Int32Array, start: number): number[] {
  const stamp: number[] = [];
  for (let at = start; at < start + 2 * STAMP; at += 2) {
    halves[0] = numbers[at] ?? 0;
    halves[1] = numbers[at + 1] ?? 0;
    stamp.push(whole[0] ?? Number.NaN);
  }
  return stamp;
}

function readFinding(
  strings: readonly string[],
  numbers: Int32Array,
  start: number,
): FindingJson | undefined {
  const { at } = FINDING;
  const number = (field: number): number => numbers[start + field] ?? NONE;
  const rule = strings[number(at.rule)];
  const severity = strings[number(at.severity)];
  const message = strings[number(at.message)];
  if (rule === undefined || severity === undefined || message === undefined) return undefined;
  return {
    rule,
    severity,
    message,
    line: number(at.line),
    column: number(at.column),
    endLine: number(at.endLine),
    endColumn: number(at.endColumn),
    fixable: number(at.fixable) === 1,
  };
}

/** Names for numbers that lie one after the other: they are written in the order in which they are read. */
function row<Name extends string>(...names: readonly Name[]) {
  const at = Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
  const write = (numbers: number[], values: Readonly<Record<Name, number>>): void => {
    for (const name of names) numbers.push(values[name]);
  };
  return { at, size: names.length, write };
}
