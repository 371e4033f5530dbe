/** The changes of review comments. */

import type { Analysis } from '../analysis/analyze';
import type { Comment } from '../comments/comment';
import { readComments } from '../comments/read';
import { fold } from '../markdown/tokens';
import { say } from '../text/message';
import type { Change } from './change';
import { changeAt, lossAt } from './change';
import { isOnly, Pairing } from './pairs';
import type { Sentence, Words } from './sentence';
import { sentence, words } from './sentence';

/** The changes of the review comments of a document. */
export function commentChanges(before: Analysis, after: Analysis): Change[] {
  const [olds, news] = [readComments(before.document), readComments(after.document)];
  const pairs = new Pairing<Comment>();
  pairs.byKey(olds, news, ({ id }) => id.toLowerCase());
  pairs.byKey(olds, news, ({ text }) => fold(text), isOnly);
  return [
    ...news.flatMap((now) => {
      const old = pairs.before.get(now);
      return old ? changesOf(old, now) : addition(now);
    }),
    ...olds.filter((old) => !pairs.after.has(old)).map(loss),
  ];
}

function addition(comment: Comment): Change[] {
  const name = nameOf(comment);
  const message =
    comment.state === 'open' ? sentence`${name} is new.` : sentence`${name} is new, and resolved.`;
  return [changeAt('comment-added', lineOf(comment), message)];
}

function loss(comment: Comment): Change {
  const why = comment.state === 'open' ? sentence`It was open.` : undefined;
  return lossAt('comment-lost', lineOf(comment), sentence`${nameOf(comment)} is gone.`, why);
}

function changesOf(old: Comment, now: Comment): Change[] {
  const [line, name] = [lineOf(now), nameOf(now)];
  const more = now.replies.length - old.replies.length;
  const answered =
    more > 0 ? [changeAt('comment-answered', line, sentence`${name} has ${repliesOf(more)}.`)] : [];
  return [...answered, ...rewritten(old, now, line, name), ...stateChanges(old, now, line, name)];
}

function rewritten(old: Comment, now: Comment, line: number, name: Sentence): Change[] {
  const kept = now.replies.slice(0, old.replies.length);
  const said = ({ author, date, text }: Pick<Comment, 'author' | 'date' | 'text'>): string =>
    JSON.stringify([author ?? '', date ?? '', fold(text)]);
  const isSame =
    said(old) === said(now) && JSON.stringify(old.replies.map(said)) === JSON.stringify(kept.map(said));
  if (isSame) return [];
  const message = sentence`${name}: what was said in it changed.`;
  return [changeAt('comment-changed', line, message, sentence`A review comment is the words of its author.`)];
}

function stateChanges(old: Comment, now: Comment, line: number, name: Sentence): Change[] {
  if (old.state === now.state) return [];
  if (now.state === 'open') return [changeAt('comment-reopened', line, sentence`${name} is open again.`)];
  const isBlockSame = now.anchor.state === 'unchanged' || now.anchor.state === 'moved';
  const isSilent = isBlockSame && now.replies.length === 0;
  const why = isSilent ? sentence`Its block is as it was, and nothing was replied.` : undefined;
  return [changeAt('comment-resolved', line, sentence`${name} is resolved.`, why)];
}

function nameOf({ author, text }: Comment): Sentence {
  const said = fold(text);
  return author === undefined ? sentence`A comment, ${said},` : sentence`The comment of ${author}, ${said},`;
}

function repliesOf(more: number): Words {
  return words(more === 1 ? say`one more reply` : say`${more} more replies`);
}

function lineOf({ range }: Comment): number {
  return range.start.line;
}
