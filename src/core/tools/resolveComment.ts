/** The tool `resolve_comment`: resolves a review comment that was addressed. */

import { resolveAddressed } from '../comments/change';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import { AUTHOR, changeComment, commentNamed, NAMED, READER, saidNow, TEXT } from './comments';
import { openVersion } from './documentStore';
import { CHANGED_COMMENT } from './outputs';
import { tool } from './tool';

export const resolveCommentTool = tool({
  name: 'resolve_comment',
  title: say`Resolve Comment`,
  description:
    'Resolves a review comment of a design doc, with a last reply that says what was done, and returns the comment as it is then. Use it once the comment is addressed: the text that it is about was changed, or its question is answered. It is refused if the block is unchanged and there is neither a reply nor a `text`. Do not resolve what a person has to decide: reply_comment instead. Next: the next comment, with the version of the answer; when none is open, ready_for_review.',
  input: {
    type: 'object',
    properties: {
      ...NAMED,
      text: { ...TEXT, description: 'What was done, or why nothing was. It becomes a reply.' },
      author: AUTHOR,
    },
    required: ['path', 'version', 'id', 'author'],
    additionalProperties: false,
  },
  output: CHANGED_COMMENT,
  writes: true,
  idempotent: true,
  confirm: ({ path, id, text }) =>
    text === undefined
      ? say`Resolve the comment ${id} in ${path}.`
      : say`Resolve the comment ${id} in ${path}: "${shorten(text, 300)}".`,
  async run(store, { path, version, id, text = '', author }) {
    const opened = await openVersion(store, path, version, READER);
    const comment = commentNamed(opened, id);
    const said = saidNow(opened, author, text);
    return changeComment(store, opened, resolveAddressed(opened.analysis.document, comment.id, said));
  },
});
