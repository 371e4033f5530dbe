/** The head of a Markdown file: enough of it to tell templates, their documents and other files apart. */

import type { Document } from '../document/document';
import { parseDocument } from '../document/document';
import { findMark } from '../markdown/marks';
import { findTokens } from '../markdown/tokens';
import { isMeantToStay } from '../template/keptText';
import type { Profile } from '../template/profile';
import { profileOf } from '../template/profile';
import { readFieldSpecs } from '../template/templateFields';
import { isTitleSample } from '../template/titleSamples';

/** The number of bytes of a file that are read as its head. */
export const headLength = 16 * 1024;

/** What is known of a file from its head. It can be written as JSON. */
export interface Head {
  readonly profile: Profile;
  /** The kinds of text in it that templates have: marks, placeholders, instructions, comments, samples. */
  readonly signs: number;
  /** The head is the whole file. */
  readonly whole: boolean;
}

/** Reads the head of a file from its first characters. `whole` says that the file has no more. */
export function readHead(text: string, whole: boolean): Head {
  // The last line may be cut.
  const document = parseDocument(whole ? text : text.slice(0, text.lastIndexOf('\n') + 1));
  const head: Head = {
    profile: profileOf(document),
    signs: SIGNS.filter((sign) => sign(document)).length,
    whole,
  };
  // A copy, because in V8 a substring keeps the whole text alive.
  return JSON.parse(JSON.stringify(head));
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
