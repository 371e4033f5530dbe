/** `comment`, `reply` and `resolve`: write review comments into a document. */

import { buffer } from 'node:stream/consumers';
import type { CommentEdits, Said } from '../../core/comments/change';
import { addComment, reopenComment, replyTo, resolveAddressed } from '../../core/comments/change';
import { readComments } from '../../core/comments/read';
import { maxTextLength } from '../../core/config/scope';
import type { Refusal } from '../../core/plan/change';
import { isRefused } from '../../core/plan/change';
import { UserError } from '../../core/text/userError';
import type { AnalyzedFile } from '../../node/check/analyzeFiles';
import { decoded } from '../../node/files/readFile';
import { printable } from '../../node/program/messages';
import type { Option } from '../arguments';
import { wholeNumber } from '../arguments';
import type { Command, Session } from '../command';
import { applyTo, openCurrent } from './changing';
import { authorOption, configOption, dateOption, versionOption } from './options';

/** The operand that stands for standard input. */
const STDIN = '-';
const OPTIONS: readonly Option[] = [
  { ...authorOption, help: "Who says it. Default: the configured author, else git's user.name." },
  { ...dateOption, help: 'When it is said. Default: today.' },
  {
    ...versionOption,
    help: 'The version of the document that was read. If it has changed since, nothing is done.',
  },
  configOption,
];
const TEXT_HINT = 'Put a text of several words in quotes; "-" reads it from standard input.';

export const comment: Command = {
  name: 'comment',
  summary: 'Writes a review comment below the block that is on a line, and prints its id.',
  operands: { usage: 'FILE LINE TEXT', min: 3, max: 3, hint: TEXT_HINT },
  options: OPTIONS,
  async run(session): Promise<0> {
    const [file = '', row = '', words = ''] = session.given.operands;
    const line = wholeNumber(row, 'LINE', 1) - 1;
    const before = await openCurrent(session, file);
    const said = { ...whoSays(before), text: await textFrom(words) };
    return written(session, before, addComment(before.analysis.document, line, said), 'commented');
  },
};

export const reply: Command = {
  name: 'reply',
  summary: 'Adds a reply to a review comment.',
  operands: { usage: 'FILE ID TEXT', min: 3, max: 3, hint: TEXT_HINT },
  options: OPTIONS,
  async run(session): Promise<0> {
    const [file = '', id = '', words = ''] = session.given.operands;
    const before = await openCurrent(session, file);
    const said = { ...whoSays(before), text: await textFrom(words) };
    return written(session, before, replyTo(before.analysis.document, id, said), 'replied to');
  },
};

export const resolve: Command = {
  name: 'resolve',
  summary: 'Resolves a review comment, or opens it again.',
  operands: { usage: 'FILE ID [TEXT]', min: 2, max: 3, hint: `TEXT is a last reply. ${TEXT_HINT}` },
  options: [{ name: 'reopen', help: 'Open a resolved comment again.' }, ...OPTIONS],
  async run(session): Promise<0> {
    const [file = '', id = '', words] = session.given.operands;
    const before = await openCurrent(session, file);
    const said: Said = words === undefined ? {} : { ...whoSays(before), text: await textFrom(words) };
    const isReopened = session.given.options.has('reopen');
    const change = isReopened ? reopenComment : resolveAddressed;
    const what = isReopened ? 'reopened' : 'resolved';
    return written(session, before, change(before.analysis.document, id, said), what);
  },
};

function whoSays({ environment }: AnalyzedFile): Said {
  const { author, today } = environment;
  return { ...(author !== undefined && { author }), date: today };
}

/** The text, or that of standard input. Throws a `UserError` if it is too long. */
async function textFrom(words: string): Promise<string> {
  if (words !== STDIN) return words;
  const bytes = await buffer(process.stdin);
  if (bytes.length > maxTextLength) {
    throw new UserError('stdin-too-long', 'Standard input is larger than 2 MB, so nothing was written.');
  }
  return decoded('standard input', bytes);
}

/** Writes the change and prints where the comment is. Throws a `UserError` for a refusal. */
function written(session: Session, before: AnalyzedFile, change: CommentEdits | Refusal, what: string): 0 {
  if (isRefused(change))
    throw new UserError('no-comment', `${before.path}: ${change.refused} Nothing was written.`);
  const after = applyTo(before, change.edits);
  const now = readComments(after.analysis.document).find(({ id }) => id === change.id);
  const line = (now?.range.start.line ?? 0) + 1;
  session.print(printable(`${after.path}:${line}: ${what} ${change.id}`));
  return 0;
}
