/** File names of new documents, which follow the names of the files in the folder. */

import { areSparse } from './fileNumber';
import type { FolderContent, Sample } from './nameSamples';
import { readSamples, samplesIn } from './nameSamples';
import { slug } from './naming';

/** The name of a new file. */
export interface NewFileName {
  readonly name: string;
  /** The number in it, such as `0007`; undefined if the files of the folder have none. */
  readonly number?: string;
}

/** So many files without number and date make a folder that does without them. */
const MIN_PLAIN = 2;
const DEFAULT: Sample = {
  kind: 'numbered',
  prefix: '',
  digits: '0000',
  separator: '-',
  words: '',
  file: undefined,
};

/**
 * The path of the file for a new document, relative to its folder; `today` is `YYYY-MM-DD`. Most of the names in the folder
 * decide whether it starts with a number, the highest one plus one in the same width, with a date, or with the title, how
 * its words are joined, and whether each document has a folder of its own. Without names, it is `0001-title.md`; the number
 * of an issue is left to the author.
 */
export function newFileName(title: string, content: FolderContent, today: string): NewFileName {
  const samples = usualSamples(content);
  const [like = DEFAULT] = samples;
  const worded = samples.filter((sample) => sample.words !== '');
  const separator = mostFrequent(worded.map((sample) => sample.separator)) ?? DEFAULT.separator;
  const joiner = mostFrequent(samples.flatMap(({ words }) => /[-_ ]/.exec(words)?.[0] ?? [])) ?? '-';
  const capitals = samples.filter((sample) => /\p{Lu}/u.test(sample.words));
  const words = slug(title, joiner, capitals.length * 2 > samples.length);
  const files = samples.flatMap(({ file }) => file ?? []);
  const end = files.length > 0 && files.length * 2 >= samples.length ? `/${mostFrequent(files)}` : '.md';
  if (like.kind === 'plain' || areIssues(samples)) return { name: free(words, end, content) };
  if (like.kind === 'dated') {
    return { name: free(`${today.replaceAll('-', like.prefix)}${separator}${words}`, end, content) };
  }
  if (like.kind === 'yearly') {
    const year = `${today.slice(0, 4)}${like.prefix.slice(4)}`;
    return { name: `${year}${nextIn(samples, year)}${separator}${words}${end}` };
  }
  const number = nextIn(samples);
  const isWordless = samples.length > 0 && worded.length === 0;
  return { name: `${like.prefix}${number}${isWordless ? '' : separator + words}${end}`, number };
}

/** True if the numbers are those of issues, which a new document has to get elsewhere. */
function areIssues(numbered: readonly Sample[]): boolean {
  const isPadded = numbered.some(({ digits }) => digits.startsWith('0'));
  return numbered.length > (isPadded ? 2 : 1) && areSparse(numbered.map(({ digits }) => Number(digits)));
}

/** The next number among the names with the same word in front of it, in their width. */
export function nextNumber(names: readonly string[], word = ''): string {
  return nextIn(readSamples(names).filter(({ kind, prefix }) => kind === 'numbered' && prefix === word));
}

/** The next number after those with a word in front, in the width of all. */
function nextIn(numbered: readonly Sample[], word?: string): string {
  const digits = numbered.length > 0 ? numbered.map((sample) => sample.digits) : [DEFAULT.digits];
  const width = Math.max(...digits.map(({ length }) => length));
  const counted = numbered.filter(({ prefix }) => word === undefined || prefix === word);
  return String(Math.max(0, ...counted.map((sample) => Number(sample.digits))) + 1).padStart(width, '0');
}

/** The names of the most frequent kind; numbers in front of all of a kind, where it is not clear. */
function usualSamples(content: FolderContent): readonly Sample[] {
  const samples = samplesIn(content);
  const of = (kind: Sample['kind']): Sample[] => samples.filter((sample) => sample.kind === kind);
  const [numbered, yearly, dated, plain] = [of('numbered'), of('yearly'), of('dated'), of('plain')];
  if (plain.length >= MIN_PLAIN && plain.length * 2 > samples.length) return plain;
  if (yearly.length > numbered.length + dated.length) return yearly;
  if (dated.length > numbered.length) {
    const joiner = mostFrequent(dated.map(({ prefix }) => prefix));
    return dated.filter(({ prefix }) => prefix === joiner);
  }
  const prefix = mostFrequent(numbered.map((sample) => sample.prefix));
  return numbered.filter((sample) => sample.prefix === prefix);
}

/** The words with an end, and with a number between them if that name is taken. */
function free(words: string, end: string, { names }: FolderContent): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  // A document with a folder of its own takes the name of the folder.
  const extension = end.startsWith('/') ? '' : end;
  let name = words;
  for (let copy = 2; taken.has((name + extension).toLowerCase()); copy++) name = `${words}-${copy}`;
  return name + end;
}

/** The value that occurs most often, the first one of several; undefined if there is none. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
