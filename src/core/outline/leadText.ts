/** A summary without a heading: a paragraph in front of the sections. */

import type { Document, Section } from '../document/document';
import { paragraphFields } from '../document/fields/lineFields';
import { PART } from '../document/sections';
import { comparedText } from '../template/normalizedText';
import { onlyOfKind } from '../template/synonyms';
import type { SectionSpec, Template } from '../template/template';
import { matchesOf } from './matches';

/**
 * The minimum number of words in lower case, or characters of a script without spaces, of a paragraph that summarizes
 * a document.
 */
const MIN_WORDS = 8;
const MIN_CHARACTERS = 24;
const LOWER_WORD = /(?<![\p{L}\p{N}.:/@#])\p{Ll}[\p{Ll}'’-]*(?![\p{L}\p{N}/@:])/gu;
const UNSPACED = /[\u3040-\u30FF\u3400-\u9FFF]/g;
const MAX_CHARACTERS = 4_000;

/**
 * The summary of a template, if the text in front of a document's sections answers it, unless the template marks it or
 * all sections stay.
 */
export function summarized(
  document: Document,
  template: Template,
  specOf: ReadonlyMap<Section, SectionSpec>,
): SectionSpec | undefined {
  const summary = template.keepsAll ? undefined : onlyOfKind(template.sections, 'summary');
  if (!summary || summary.isMarked) return undefined;
  const [opening] = document.sections;
  // Where the sections have the level of the title, the title seems to be a section that the template does not know.
  const isTitle = opening && !document.title && !specOf.has(opening) && !matchesOf(opening[PART], template);
  const blocks = [...document.preamble, ...(isTitle ? opening.blocks : [])];
  const paragraphs = blocks.filter(({ kind, content }) => kind === 'paragraph' && saysMuch(content));
  if (paragraphs.length === 0) return undefined;
  const lines = document.lines.map(({ text }) => text);
  const isOwn = paragraphs.some(
    (block) =>
      !template.guidance.all.has(comparedText(block.content)) && paragraphFields(lines, block).length === 0,
  );
  return isOwn ? summary : undefined;
}

/** True for a sentence: people, links and dates have few words in lower case. */
function saysMuch(text: string): boolean {
  const start = text.slice(0, MAX_CHARACTERS);
  const words = start.match(LOWER_WORD)?.length ?? 0;
  return words >= MIN_WORDS || (start.match(UNSPACED)?.length ?? 0) >= MIN_CHARACTERS;
}
