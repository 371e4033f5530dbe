/** Comments as sentences for people. */

import { fold } from '../markdown/tokens';
import type { Message } from '../text/message';
import { say, sentences } from '../text/message';
import { shorten } from '../text/shorten';
import type { Comment } from './comment';

/** The length of what is shown of a comment's text, in code points. */
const SHOWN = 80;

/** That a comment is open: who made it, and its first words. */
export function openMessage({ author, text, fault }: Comment): Message {
  const first = firstWords(text);
  const open =
    author === undefined
      ? say`A comment is open: "${first}".`
      : say`The comment of ${author} is open: "${first}".`;
  return fault === undefined ? open : sentences(open, fault);
}

/** One line about a comment: its state, who made it, when, its first words, and what became of its block. */
export function commentLine({
  id,
  state,
  author,
  date,
  text,
  anchor,
  quote,
  replies,
  fault,
}: Comment): string {
  const by = [author ?? 'unknown', ...(date === undefined ? [] : [date])].join(', ');
  const notes: string[] = [];
  if (fault !== undefined) notes.push(String(fault).replace(/\.$/, ''));
  if (replies.length > 0) notes.push(replies.length === 1 ? 'one reply' : `${replies.length} replies`);
  if (state === 'open' || anchor.state !== 'unchanged') notes.push(...blockNote(anchor, quote));
  else if (replies.length === 0) notes.push('resolved, the block unchanged');
  const end = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `${id} ${state} ${by}: ${firstWords(text)}${end}`;
}

function blockNote({ state, range }: Comment['anchor'], quote: string): string[] {
  switch (state) {
    case 'changed':
      return ['block changed since'];
    case 'moved':
      return [`block moved to line ${(range?.start.line ?? 0) + 1}`];
    case 'gone':
      return ['block deleted or wholly rewritten'];
    case 'unknown':
      // What a person wrote by hand is about the block above it, and says no more.
      return quote === '' ? [] : ['not known which block it is about now'];
    default:
      return [];
  }
}

function firstWords(text: string): string {
  return shorten(fold(text), SHOWN);
}
