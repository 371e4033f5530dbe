/** Reads the review comments of a document. */

import type { Document } from '../document/document';
import { memoize } from '../query/memoize';
import { digest } from '../text/digest';
import type { Message } from '../text/message';
import { say } from '../text/message';
import { range } from '../text/text';
import type { Verdict } from './anchor';
import { verdictOn } from './anchor';
import type { Anchor, Comment, CommentState } from './comment';
import { COMMENT_STATES } from './comment';
import type { Found } from './find';
import { findComments } from './find';
import type { Contents } from './format';
import { headerOf, readContents } from './format';
import type { Unit } from './units';
import { unitAt, unitsOf } from './units';

/** A document with more pairs of comments and blocks is not searched for rewritten blocks: it would take too long. */
const MAX_PAIRS = 200_000;

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
  const stored = new Map<string, number>();
  for (const { contents } of read) {
    const id = headerOf(contents, 'id');
    if (id !== undefined) stored.set(id, (stored.get(id) ?? 0) + 1);
  }
  const taken = new Set(stored.keys());
  const texts = new Map<string, number>();
  const canSearch = read.length * units.length <= MAX_PAIRS;
  return read.map(({ found, contents }) => {
    const { quote, text, replies } = contents;
    const times = (texts.get(text) ?? 0) + 1;
    texts.set(text, times);
    const id = headerOf(contents, 'id') ?? freeId(text, taken, times);
    const twins = stored.get(id) ?? 0;
    const above = unitAt(units, found.range.start.line);
    const fault = faultOf(found, contents, twins);
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
      anchor: anchorIn(document, units, verdictOn(contents, units, above, canSearch)),
      ...(fault !== undefined && { fault }),
    };
    return { comment, found, contents, above };
  });
});

/** An id made from a text, which no other comment has; `taken` gets it. `times` is how often the text was met. */
export function freeId(text: string, taken: Set<string>, times = 1): string {
  let id = shortId(times > 1 ? `${text}\n${times}` : text);
  for (let more = times + 1; taken.has(id); more++) id = shortId(`${text}\n${more}`);
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

function faultOf(found: Found, contents: Contents, twins: number): Message | undefined {
  if (!found.isClosed) return say`The comment has no "-->", so Markdown takes what follows for a part of it.`;
  const keys = new Set<string>();
  const twice = contents.headers.map(([key]) => key).find((key) => keys.size === keys.add(key).size);
  if (twice !== undefined) return say`The comment has several lines "${twice}:".`;
  const state = headerOf(contents, 'state');
  if (state !== undefined && stateIn(contents) === undefined) {
    return say`The state must be ${COMMENT_STATES[0]} or ${COMMENT_STATES[1]}, not "${state}".`;
  }
  return twins > 1 ? say`Another comment has the same id.` : undefined;
}

function anchorIn(document: Document, units: readonly Unit[], { state, unit: index = -1 }: Verdict): Anchor {
  const unit = units[index];
  if (!unit) return { state, text: '' };
  const last = Math.max(unit.start, unit.end - 1);
  const width = document.lineAt(last)?.text.length ?? 0;
  return { state, range: range(unit.start, 0, last, width), text: unit.text };
}
