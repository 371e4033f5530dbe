/** Finds the templates of a team, wherever they are in the repository. */

import { isCandidate, isInDesignFolder, saysTemplate } from '../config/scope';
import { templateDocument } from '../template/fencedTemplate';
import type { HeadingKeys, Profile } from '../template/profile';
import { profileOf } from '../template/profile';
import { fits } from '../template/select';
import type { Template } from '../template/template';
import { readTemplate } from '../template/template';
import type { TemplateFile } from '../template/templateSet';
import type { Head } from './head';
import type { Repository } from './repository';
import { countSigns } from './signs';

/** The maximum number of files named as templates that are examined. */
const MAX_CANDIDATES = 200;
/** The number of documents that make a template of a file which has no other sign of one. */
const MANY = 3;
/**
 * The minimum number of signs of a template in a file whose name may mean something else, such as the first record of
 * MADR.
 */
const MIN_SIGNS = 2;
/** The minimum number of headings that a document shares with its template. */
const MIN_HEADINGS = 3;

/** A file that may be a template. */
interface Candidate {
  readonly file: TemplateFile;
  readonly template: Template;
  readonly profile: Profile;
  /** See `countSigns`. */
  readonly signs: number;
}

/**
 * The team's templates. If the configuration names templates, these are all; otherwise those are found that are named
 * as templates, and either have documents or are in a folder for design docs and read like a template.
 */
export function findTemplates(repository: Repository): TemplateFile[] {
  const { paths, config } = repository;
  if (config.templates.length > 0)
    return config.templates.flatMap((path, preference) => {
      const text = repository.read(path);
      return text === undefined ? [] : [{ path, text, bundled: false, preference }];
    });
  const named = paths.filter((path) => saysTemplate(path) && isCandidate(path, config)).sort(byCertainty);
  const candidates = named.slice(0, MAX_CANDIDATES).flatMap((path) => readCandidate(repository, path) ?? []);
  const countDocuments = documentCounter(repository, candidates);
  const found: Candidate[] = [];
  for (const candidate of candidates) {
    const isDocument =
      isDoubtful(candidate) && found.some(({ template }) => fits(candidate.profile, template));
    if (!isDocument && isTemplate(candidate, countDocuments)) found.push(candidate);
  }
  return found.map(({ file }) => file);
}

function isTemplate(candidate: Candidate, countDocuments: (candidate: Candidate) => number): boolean {
  const { file, signs } = candidate;
  const isAtHome = isInDesignFolder(file.path);
  if (saysTemplate(file.path) === 'zero' && signs < MIN_SIGNS) return false;
  if (isCertain(candidate) && isAtHome && signs > 0) return true;
  const documents = countDocuments(candidate);
  return signs > 0 ? documents > 0 : isCertain(candidate) && isAtHome && documents >= MANY;
}

/** True for a candidate that may be a document: it has a number, or few signs of a template. */
function isDoubtful({ file, signs }: Candidate): boolean {
  return saysTemplate(file.path) === 'numbered' || (!isCertain({ file }) && signs < MIN_SIGNS);
}

function isCertain({ file }: Pick<Candidate, 'file'>): boolean {
  const kind = saysTemplate(file.path);
  return kind === 'certain' || kind === 'zero';
}

/** Sorts files whose names are certain first, those in folders for design docs before others. */
function byCertainty(a: string, b: string): number {
  const rank = (path: string): number =>
    (saysTemplate(path) === 'certain' ? 0 : 2) + (isInDesignFolder(path) ? 0 : 1);
  return rank(a) - rank(b);
}

function readCandidate(repository: Repository, path: string): Candidate | undefined {
  const text = repository.read(path);
  if (text === undefined) return undefined;
  const template = readTemplate(text, path);
  if (template.specs.length === 0) return undefined;
  const document = templateDocument(text);
  const profile = profileOf(document);
  return { file: { path, text, bundled: false, template }, template, profile, signs: countSigns(document) };
}

/**
 * Returns a function that counts the documents of a template, up to `MANY`. It compares only documents that share
 * headings with one of the candidates.
 */
function documentCounter({ paths, head }: Repository, candidates: readonly Candidate[]) {
  const excluded = new Set(candidates.map(({ file }) => file.path));
  let byKey: ReadonlyMap<string, readonly Head[]> | undefined;
  return ({ profile: own, template }: Candidate): number => {
    byKey ??= headsByKey(
      paths.flatMap((path) => (excluded.has(path) ? [] : (head(path) ?? []))),
      new Set(candidates.flatMap((candidate) => keysIn(candidate.profile).flat())),
    );
    const shared = new Map<Head, number>();
    for (const keys of keysIn(own))
      for (const other of new Set(keys.flatMap((key) => byKey?.get(key) ?? [])))
        shared.set(other, (shared.get(other) ?? 0) + 1);
    let count = 0;
    for (const [{ profile }, headings] of shared) {
      if (headings >= MIN_HEADINGS && fits(profile, template)) count++;
      if (count === MANY) break;
    }
    return count;
  };
}

/** The heads with each of the given keys. */
function headsByKey(heads: readonly Head[], wanted: ReadonlySet<string>): Map<string, Head[]> {
  const byKey = new Map<string, Head[]>();
  for (const head of heads) {
    for (const key of new Set(keysIn(head.profile).flat())) {
      if (!wanted.has(key)) continue;
      const found = byKey.get(key);
      if (found) found.push(head);
      else byKey.set(key, [head]);
    }
  }
  return byKey;
}

function keysIn({ top, below }: Profile): readonly HeadingKeys[] {
  return [...top, ...below];
}
