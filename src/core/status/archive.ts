/** Documents that are given up without a status: their folder or their first paragraphs say so. */

import type { Document } from '../document/document';
import { fold } from '../markdown/tokens';
import vocabulary from '../vocabulary/vocabulary.json';
import { phraseOf } from './statusWords';

const ARCHIVES: ReadonlySet<string> = new Set(vocabulary.archives);
const { kinds, verbs, adverbs, denials } = vocabulary.givenUp;
const KIND = kinds.join('|');
/** What stands before the fate of a document: "this proposal was ", "this design doc will not be ". */
const BEFORE_FATE = new RegExp(
  String.raw`\bthis (?:${KIND})(?: (?:${KIND}))? (?:(${denials.join('|')})|(?:${verbs.join('|')})(?: (?:${adverbs.join('|')}))?) `,
  'gi',
);
/** Shorter words may have other meanings in a sentence: "dead simple". */
const SHORTEST = 6;
const MAX_PARAGRAPHS = 5;
const MAX_CHARACTERS = 800;
/** The most characters in which a word for a fate is looked for. */
const LONGEST_FATE = 40;

/** True if a folder on the path, relative to the root of the repository, is one for documents that are no longer worked on. */
export function isArchived(path: string): boolean {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  return folders.some((name) => ARCHIVES.has(name) || isDeadWord(name));
}

/** True for a word of the vocabulary for the end of a document. */
function isDeadWord(name: string): boolean {
  const known = phraseOf(name);
  return known?.stage === 'dead' && known.phrase === name;
}

/** True if a paragraph before the first section says that the document was given up. */
export function saysGivenUp({ preamble }: Document): boolean {
  const paragraphs = preamble.filter(({ kind }) => kind === 'paragraph').slice(0, MAX_PARAGRAPHS);
  return paragraphs.some(({ content }) => {
    const text = fold(content.slice(0, MAX_CHARACTERS));
    return [...text.matchAll(BEFORE_FATE)].some(({ 0: before, 1: denial, index }) => {
      const start = index + before.length;
      return opensDead(`${denial ? 'not ' : ''}${text.slice(start, start + LONGEST_FATE)}`);
    });
  });
}

/** True if a text starts with a word for the end of a document. */
function opensDead(text: string): boolean {
  const known = phraseOf(text);
  return known?.stage === 'dead' && !known.slip && known.phrase.length >= SHORTEST;
}
