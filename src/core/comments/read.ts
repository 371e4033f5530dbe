/** Reads the review comments of a document. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import { digest } from '../text/digest';
import { range } from '../text/text';
import { verdictOn } from './anchor';
import type { Anchor, Comment, CommentState } from './comment';
import { COMMENT_STATES } from './comment';
import type { Found } from './find';
import { findComments } from './find';
import type { Contents } from './format';
import { headerOf, readContents } from './format';
import type { Unit } from './units';
import { unitAt, unitsOf } from './units';

/** A comment with what a change of it needs. */
export interface LocatedComment {
  readonly comment: Comment;
  readonly found: Found;
  readonly contents: Contents;
  /** The index of the unit that stands above it; -1 if there is none. */
  readonly above: number;
}

/** The review comments of a document, in order. */
export function readComments(document: Document): readonly Comment[] {
  return commentsOf(document);
}

const commentsOf = memoize((document: Document) => locateComments(document).map(({ comment }) => comment));

/** The comments, with what a change of them needs. */
export const locateComments = memoize((document: Document): readonly LocatedComment[] => {
  const read = findComments(document).map((found) => ({ found, contents: readContents(found.inner) }));
  if (read.length === 0) return [];
  const units = unitsOf(document);
  const stored = read.map(({ contents }) => headerOf(contents, 'id'));
  const taken = new Set(stored);
  return read.map(({ found, contents }, at) => {
    const id = stored[at] ?? freeId(contents.text, taken);
    const twins = stored.filter((other) => other === id).length;
    const above = unitAt(units, found.range.start.line);
    const fault = faultOf(found, contents, twins);
    const { quote, text, replies } = contents;
    const [author, date] = [headerOf(contents, 'author'), headerOf(contents, 'date')];
    const comment: Comment = {
      id,
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
      state: fault === undefined ? (stateIn(contents) ?? 'open') : 'open',
      text,
      replies,
      quote,
      range: found.range,
      anchor: anchorIn(document, units, contents, above),
      ...(fault !== undefined && { fault }),
    };
    return { comment, found, contents, above };
  });
});

/** An id made from a text, which no other comment has; `taken` gets it. */
export function freeId(text: string, taken: Set<string | undefined>): string {
  let id = shortId(text);
  for (let more = 2; taken.has(id); more++) id = shortId(`${text}\n${more}`);
  taken.add(id);
  return id;
}

function shortId(text: string): string {
  return digest(text).slice(-6);
}

function stateIn(contents: Contents): CommentState | undefined {
  const word = headerOf(contents, 'state')?.toLowerCase();
  return COMMENT_STATES.find((state) => state === word);
}

function faultOf(found: Found, contents: Contents, twins: number): string | undefined {
  if (!found.isClosed) return 'The comment has no "-->", so Markdown takes what follows for a part of it.';
  const keys = contents.headers.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return `The comment has several lines "${twice}:".`;
  const state = headerOf(contents, 'state');
  if (state !== undefined && stateIn(contents) === undefined) {
    return `The state must be ${COMMENT_STATES.join(' or ')}, not "${state}".`;
  }
  return twins > 1 ? 'Another comment has the same id.' : undefined;
}

function anchorIn(document: Document, units: readonly Unit[], contents: Contents, above: number): Anchor {
  const { state, unit: index = -1 } = verdictOn(contents, units, above);
  const unit = units[index];
  if (!unit) return { state, text: '' };
  const last = Math.max(unit.start, unit.end - 1);
  const width = document.lineAt(last)?.text.length ?? 0;
  return { state, range: range(unit.start, 0, last, width), text: unit.text };
}
