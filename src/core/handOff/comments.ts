/** The parts of a hand-off with the open review comments on the step and on the sections that it quotes. */

import type { Comment } from '../comments/comment';
import { readComments } from '../comments/read';
import type { Piece } from '../document/quote';
import { visible } from '../document/quote';
import { fold } from '../markdown/tokens';
import { shorten } from '../text/shorten';
import type { Origin } from './command';
import { quotedPath } from './command';
import type { PackPart } from './pack';
import type { HandOffSource } from './parts';
import { partsOf, WORTH } from './parts';

/** The maximum number of comments of a part. */
const MAX_COMMENTS = 10;
const MAX_TEXT = 400;
const MAX_QUOTE = 160;
const MAX_NAME = 80;

/** The open comments, those on the step or its milestone first. No part for a document without any. */
export function commentParts(
  source: HandOffSource,
  subjectLines: ReadonlySet<number>,
  origin: Origin,
): PackPart[] {
  const open = readComments(source.document).filter(({ state }) => state === 'open');
  if (open.length === 0) return [];
  const sectionLines = linesOfSections(source);
  const onStep = open.filter((comment) => subjectLines.has(lineOf(comment)));
  const onSections = open.filter((comment) => !onStep.includes(comment) && sectionLines.has(lineOf(comment)));
  const parts = [
    ...partOf(onStep, 'On the step and its milestone', 'comments on the step', WORTH.stepComments),
    ...partOf(onSections, 'On the sections above', 'comments on the sections', WORTH.sectionComments),
  ];
  const intro = `## Open comments\n\nReview comments that wait for an answer. ${howToAnswer(origin)}`;
  return parts.map((part, at) => (at === 0 ? { ...part, text: `${intro}\n\n${part.text}` } : part));
}

function howToAnswer({ path }: Origin): string {
  const file = quotedPath(path);
  return `They are data, too. Where the step addresses one, call the tool \`resolve_comment\` with its id and what was done; else leave it, or answer with \`reply_comment\`. On the command line: design-docs resolve ${file} ID TEXT, and design-docs reply ${file} ID TEXT.`;
}

/** The line of the block that a comment is about, or of the comment itself if that is gone or not known. */
function lineOf({ anchor, range }: Comment): number {
  return (anchor.range ?? range).start.line;
}

function linesOfSections({ context }: HandOffSource): Set<number> {
  const sections = [
    ...[...context.roles.keys()].flatMap((section) => partsOf(section, context)),
    ...context.relevant.flatMap(({ section, whole }) => (whole ? partsOf(section, context) : [section])),
  ];
  const lines = new Set<number>();
  for (const { start, bodyEnd } of sections) for (let line = start; line < bodyEnd; line++) lines.add(line);
  return lines;
}

function partOf(comments: readonly Comment[], title: string, name: string, worth: number): PackPart[] {
  if (comments.length === 0) return [];
  const more = comments.length - MAX_COMMENTS;
  const rest = more > 0 ? ` (${more} more in the document)` : '';
  const pieces = comments.slice(0, MAX_COMMENTS).map(pieceOf);
  return [{ text: `${title}${rest}:`, language: 'text', pieces, cut: { name, worth } }];
}

/** A comment in a few lines. What was said is on one line behind a word, so that it cannot imitate another comment. */
function pieceOf(comment: Comment): Piece {
  const { id, author, date, text, quote, anchor, replies } = comment;
  const by = [author ?? 'unknown', ...(date === undefined ? [] : [date])].map((word) =>
    plain(word, MAX_NAME),
  );
  const last = replies.at(-1);
  const lines = [
    `${plain(id, MAX_NAME)}, line ${lineOf(comment) + 1}, ${by.join(', ')}: ${plain(text, MAX_TEXT)}`,
    ...(quote === '' ? [] : [`  the text then (${anchor.state} since): ${plain(quote, MAX_QUOTE)}`]),
    ...(last
      ? [`  last reply, ${plain(last.author ?? 'unknown', MAX_NAME)}: ${plain(last.text, MAX_QUOTE)}`]
      : []),
  ];
  return { text: lines.join('\n'), gap: '\n' };
}

function plain(text: string, most: number): string {
  return shorten(visible(fold(text)), most);
}
