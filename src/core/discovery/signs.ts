/** Tells a template from a finished document by its text. */

import type { Document } from '../document/document';
import { findMark } from '../markdown/marks';
import { findTokens } from '../markdown/tokens';
import { isMeantToStay } from '../template/keptText';
import { readFieldSpecs } from '../template/templateFields';
import { isTitleSample } from '../template/titleSamples';

/**
 * The number of kinds of text in a document that templates have: instructions, marks, sample titles, masks,
 * placeholders, comments for the author, and empty sections.
 */
export function countSigns(document: Document): number {
  return SIGNS.filter((sign) => sign(document)).length;
}

/** Each is true for a document with one kind of text that a template has and a finished document has not. */
const SIGNS: readonly ((document: Document) => boolean)[] = [
  ({ instructions }) => instructions.length > 0,
  ({ sections }) => sections.some(({ heading }) => findMark(heading.text) !== undefined),
  ({ title, fields }) =>
    isSample(title?.text ?? '') ||
    fields.some(({ name, value }) => name.toLowerCase() === 'title' && isSample(value)),
  (document) =>
    readFieldSpecs(document).some(
      ({ masked, role, date, number }) => date || number || (masked && role !== 'author'),
    ),
  ({ sections }) => sections.some(({ heading }) => findTokens(heading.text).length > 0),
  ({ allBlocks }) => allBlocks.some(({ kind, content }) => kind === 'html' && isRemark(content)),
  ({ sections }) =>
    2 * sections.filter(({ blocks, children }) => blocks.length + children.length === 0).length >
    sections.length,
];

function isSample(title: string): boolean {
  return isTitleSample(title) || findTokens(title).length > 0;
}

/** True for a comment that is written for people. */
function isRemark(html: string): boolean {
  const source = html.trim();
  return source.startsWith('<!--') && !isMeantToStay(source);
}
