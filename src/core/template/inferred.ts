/**
 * Sections that a template has without a mark, but cannot mean to demand of every document: the name or the missing
 * guidance says so.
 */

import type { Document, Section } from '../document/document';
import type { Requirement } from '../markdown/marks';
import type { Name } from '../text/names';
import { nameKey, readName } from '../text/names';
import sections from '../vocabulary/sections.json';
import { patternSections } from './patterns';
import { isCommonName } from './synonyms';

/** Sections in which things are written down as they happen. */
const LOGS: ReadonlySet<string> = new Set(sections.logs.map(nameKey));
const APPARATUS: ReadonlySet<string> = new Set(sections.apparatus.map(nameKey));
/** The words of which one makes a name a catch-all, and those that may stand beside it. */
const OTHER: ReadonlySet<string> = wordsOf(sections.catchAll.other);
const BESIDE: ReadonlySet<string> = wordsOf(sections.catchAll.beside);

function wordsOf(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.flatMap((word) => readName(word).words));
}

/** The share of a template's sections with guidance from which on a section without guidance stands out. */
const MIN_SHARE = 2 / 3;
/** Fewer sections than this say nothing about the habits of a template. */
const MIN_SECTIONS = 3;

/**
 * The requirements of unmarked sections in a template that demands the others. Optional: a section without guidance all of
 * whose sub-sections are marked optional. Recommended: what holds the rest ("Other Notes"), what only helps the reader
 * ("Glossary"), and a section without guidance in a template that explains the others. A common name needs no guidance.
 */
export function inferredRequirements(
  document: Document,
  marks: readonly (Requirement | undefined)[],
): ReadonlyMap<Section, Requirement> {
  const markOf = new Map(document.sections.map((section, at) => [section, marks[at]] as const));
  const explains = explainsSections(document);
  const found = new Map<Section, Requirement>();
  for (const section of document.sections) {
    const { children, heading } = section;
    const saysNothing = !hasGuidance(section) && !isCommonName(heading.name);
    if (saysNothing && holdsOnlyOptional(children, markOf)) {
      found.set(section, { kind: 'optional' });
    } else if (
      isApparatus(heading.name) ||
      isCatchAll(heading.name) ||
      (saysNothing && children.length === 0 && explains)
    ) {
      found.set(section, { kind: 'recommended' });
    }
  }
  return found;
}

function holdsOnlyOptional(
  children: readonly Section[],
  markOf: ReadonlyMap<Section, Requirement | undefined>,
): boolean {
  return children.length > 0 && children.every((child) => markOf.get(child)?.kind === 'optional');
}

/** True if most of the innermost sections of a template have guidance. */
function explainsSections(document: Document): boolean {
  const patterns = patternSections(document);
  const leaves = document.sections.filter(({ children }) => children.length === 0);
  const own = leaves.filter((section) => !patterns.has(section));
  return own.length >= MIN_SECTIONS && own.filter(hasGuidance).length >= own.length * MIN_SHARE;
}

function hasGuidance({ blocks }: Section): boolean {
  return blocks.some(
    ({ kind, content, children }) => kind !== 'heading' && (content.trim() !== '' || children.length > 0),
  );
}

/** True for the name of a log, such as a history: it may be empty as long as nothing has happened. */
export function isLog({ key }: Name): boolean {
  return LOGS.has(key);
}

/** True for the name of a section that only helps the reader, such as a glossary. */
function isApparatus({ key }: Name): boolean {
  return APPARATUS.has(key);
}

/** True for a name that says no more than that other things belong there, too: "Implementation Details/Notes". */
function isCatchAll({ words }: Name): boolean {
  return words.some((word) => OTHER.has(word)) && words.every((word) => OTHER.has(word) || BESIDE.has(word));
}
