/** The tool `reply_comment`: adds a reply to a review comment. */

import { replyTo } from '../comments/change';
import { say } from '../text/message';
import { shorten } from '../text/shorten';
import { AUTHOR, changeComment, commentNamed, NAMED, READER, saidNow, TEXT } from './comments';
import { openVersion } from './documentStore';
import { CHANGED_COMMENT } from './outputs';
import { tool } from './tool';

export const replyComment = tool({
  name: 'reply_comment',
  title: say`Reply to Comment`,
  description:
    'Adds a reply to a review comment of a design doc, and returns the comment as it is then. The comment stays open. Use it to answer a question, to ask one, or to say why the text stays as it is, where a person has to decide. Next: resolve_comment once the comment is addressed.',
  input: {
    type: 'object',
    properties: { ...NAMED, text: { ...TEXT, description: 'The reply.' }, author: AUTHOR },
    required: ['path', 'version', 'id', 'text', 'author'],
    additionalProperties: false,
  },
  output: CHANGED_COMMENT,
  writes: true,
  idempotent: true,
  confirm: ({ path, id, text }) => say`Reply to the comment ${id} in ${path}: "${shorten(text, 300)}".`,
  async run(store, { path, version, id, text, author }) {
    const opened = await openVersion(store, path, version, READER);
    const comment = commentNamed(opened, id);
    const said = saidNow(opened, author, text);
    return changeComment(store, opened, replyTo(opened.analysis.document, comment.id, said));
  },
});
