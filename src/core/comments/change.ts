/** Adds comments, replies to them, and resolves them. A change is given only if it is proved. */

import type { Document } from '../document/document';
import { fold } from '../markdown/tokens';
import type { Edits, Refusal } from '../plan/change';
import { isRefused } from '../plan/change';
import { say, sentences } from '../text/message';
import type { TextEdit } from '../text/text';
import { applyEdits, changeBetween } from '../text/text';
import { anchorHeaders } from './anchor';
import type { CommentState, Remark } from './comment';
import { isUnaddressed } from './comment';
import { tidyText } from './escape';
import type { Contents } from './format';
import { commentLines, quoteOf, withHeader } from './format';
import { insertionsBelow, unitForLine } from './place';
import { changedOnlyComments, keepsOtherComments } from './prove';
import type { LocatedComment } from './read';
import { freeId, locateComments, readComments } from './read';
import { unitsOf } from './units';

/** The edits that change a comment, and its id. */
export interface CommentEdits extends Edits {
  readonly id: string;
}

/** Who speaks, and when; the text may be empty where a comment is resolved without a word. */
export type Said = Omit<Remark, 'text'> & { readonly text?: string };

const BY_HAND = say`The comment cannot be changed safely where it stands. Change its lines by hand.`;
const NO_TEXT: Refusal = { refused: say`There is no text to write.` };

/** The edits that add a comment on the block of a line, which counts from 0; a refusal if that is not safe. */
export function addComment(document: Document, line: number, said: Remark): CommentEdits | Refusal {
  const { author, date, text } = tidied(said);
  if (text === '') return NO_TEXT;
  if (line < 0 || line >= document.lineCount) return { refused: say`There is no line ${line + 1}.` };
  if (document.instructions.some(({ start, end }) => start <= line && line < end)) {
    return { refused: say`Line ${line + 1} is in the template's instructions, which will be removed.` };
  }
  const units = unitsOf(document);
  const at = unitForLine(document, line);
  const unit = units[at];
  if (!unit) return { refused: say`There is no text on line ${line + 1} or above it to comment on.` };
  const taken = new Set(readComments(document).map(({ id }) => id));
  const id = freeId([author, date, text, unit.digest].join('\n'), taken);
  const contents: Contents = {
    headers: [
      ['id', id],
      ...(author === undefined ? [] : [['author', author] as const]),
      ...(date === undefined ? [] : [['date', date] as const]),
      ['state', 'open'],
      ...anchorHeaders(units, at),
    ],
    quote: quoteOf(unit.text),
    text,
    replies: [],
  };
  for (const edit of insertionsBelow(document, at, (tight) => commentLines(contents, tight))) {
    const after = changedOnlyComments(document, [edit]);
    const added = after && commentWith(after, id);
    if (!added || !after || !keepsOtherComments(document, after, id)) continue;
    const { comment, above } = added;
    const isRight = above === at && comment.anchor.state === 'unchanged' && comment.fault === undefined;
    if (isRight && sameContents(added.contents, contents)) return { edits: [edit], id };
  }
  return {
    refused: say`No comment can be put below line ${unit.end} without a change of what Markdown makes of the text.`,
  };
}

/** The edits that add a reply to a comment. */
export function replyTo(document: Document, id: string, said: Remark): CommentEdits | Refusal {
  const remark = tidied(said);
  if (saysNothing(remark.text)) return NO_TEXT;
  return changed(document, id, ({ contents }) => withReply(contents, remark));
}

/** The edits that resolve a comment, with a reply if `said` has a text. */
export function resolveComment(document: Document, id: string, said: Said = {}): CommentEdits | Refusal {
  return withState(document, id, 'resolved', said);
}

/**
 * The edits that resolve a comment that was addressed. Refused if its block is unchanged and neither a reply nor the
 * text of `said` says why: a person in an editor may decide that without a word, a program may not.
 */
export function resolveAddressed(document: Document, id: string, said: Said = {}): CommentEdits | Refusal {
  const comment = commentWith(document, id)?.comment;
  if (comment && isUnaddressed(comment) && saysNothing(said.text ?? '')) {
    return {
      refused: say`Nothing shows that the comment ${id} was addressed: its block is unchanged, and there is no reply. Change the block, or add a text that says why nothing has to change.`,
    };
  }
  return resolveComment(document, id, said);
}

/** The edits that open a resolved comment again, with a reply if `said` has a text. */
export function reopenComment(document: Document, id: string, said: Said = {}): CommentEdits | Refusal {
  return withState(document, id, 'open', said);
}

function withState(document: Document, id: string, state: CommentState, said: Said): CommentEdits | Refusal {
  const remark = tidied({ ...said, text: said.text ?? '' });
  return changed(document, id, ({ comment, contents }) => {
    if (comment.state === state) return { refused: say`The comment ${id} is ${state} already.` };
    const replied = remark.text === '' ? contents : withReply(contents, remark);
    return withHeader(replied, 'state', state);
  });
}

/** True for a text in which a reader sees nothing: white space, and characters that are not drawn. */
function saysNothing(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}

/** The remark as a comment can hold it: author and date on one line. */
function tidied({ author, date, text }: Remark): Remark {
  const [name, day] = [author, date].map((word) => fold(tidyText(word ?? '')));
  return { ...(name && { author: name }), ...(day && { date: day }), text: tidyText(text) };
}

function withReply(contents: Contents, reply: Remark): Contents {
  return { ...contents, replies: [...contents.replies, reply] };
}

function commentWith(document: Document, id: string): LocatedComment | undefined {
  return locateComments(document).find(({ comment }) => comment.id === id);
}

/** The edits that give a comment other contents. What has no header yet gets one, because its id must stay. */
function changed(
  document: Document,
  id: string,
  change: (located: LocatedComment) => Contents | Refusal,
): CommentEdits | Refusal {
  const located = only(document, id);
  if (isRefused(located)) return located;
  const { found, comment } = located;
  if (!found.isBlock) {
    const line = found.range.start.line + 1;
    return {
      refused: say`The comment ${id} on line ${line} stands in other text. Put it on a line of its own first.`,
    };
  }
  const contents = change(located);
  if (isRefused(contents)) return contents;
  const own = withId(contents, id);
  const edit = { range: comment.range, newText: rewritten(document, found.lead, own) };
  const after = changedOnlyComments(document, [edit]);
  const now = after && commentWith(after, id);
  const isProved =
    now !== undefined &&
    after !== undefined &&
    keepsOtherComments(document, after, id) &&
    now.above === located.above &&
    now.comment.fault === undefined &&
    sameContents(now.contents, own);
  if (!isProved) return { refused: BY_HAND };
  return { edits: smallest(document, edit), id };
}

/** The comment with an id; a refusal if there is none, if there are several, or if it has a fault. */
function only(document: Document, id: string): LocatedComment | Refusal {
  const all = locateComments(document);
  const [located, ...more] = all.filter(
    ({ comment }) => comment.id.toLowerCase() === id.trim().toLowerCase(),
  );
  if (!located) {
    const ids = all.map(({ comment }) => comment.id).join(', ');
    return {
      refused:
        ids === ''
          ? say`There is no comment "${id}". The document has no comments.`
          : say`There is no comment "${id}". The comments are: ${ids}.`,
    };
  }
  const lines = [located, ...more].map(({ comment }) => comment.range.start.line + 1);
  if (more.length > 0) {
    return {
      refused: say`The comments on lines ${lines.join(', ')} have the same id ${id}. Give all but one another id by hand.`,
    };
  }
  const { fault } = located.comment;
  return fault === undefined
    ? located
    : { refused: sentences(say`Line ${lines[0] ?? 0}: ${fault}`, say`Mend it by hand first.`) };
}

function withId(contents: Contents, id: string): Contents {
  const { headers } = contents;
  if (headers.some(([key]) => key === 'id')) return withHeader(contents, 'id', id);
  return { ...contents, headers: [['id', id], ...headers] };
}

function rewritten({ ending }: Document, lead: string, contents: Contents): string {
  const indent = lead.replace(/[^\t>]/g, ' ');
  const [first = '', ...lines] = commentLines(contents, lead !== '');
  return [first, ...lines.map((line) => (indent + line).trimEnd())].join(ending);
}

/** The change of whole lines only, so that the lines of the comment that stay are not touched. */
function smallest({ text }: Document, edit: TextEdit): TextEdit[] {
  const change = changeBetween(text, applyEdits(text, [edit]));
  return change ? [change] : [];
}

function sameContents(a: Contents, b: Contents): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain({ headers, quote, text, replies }: Contents): unknown {
  return [headers, quote, text, replies.map(({ author, date, text: said }) => [author, date, said])];
}
