/** `comments`: the review comments of documents. */

import { commentLine } from '../../core/comments/describe';
import { readComments } from '../../core/comments/read';
import type { CommentJson } from '../../core/json/comments';
import { commentJson } from '../../core/json/comments';
import { analyzeFiles } from '../../node/check/analyzeFiles';
import { printable } from '../../node/program/messages';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { configOption, formatOption, paths, requestOf } from './options';

export const comments: Command = {
  name: 'comments',
  summary: 'Lists the review comments of design docs, and what became of the text that they are about.',
  operands: paths,
  options: [
    {
      name: 'state',
      value: 'open|resolved|all',
      choices: ['open', 'resolved', 'all'],
      help: 'The comments to list. Default: open.',
    },
    formatOption,
    configOption,
  ],
  async run(session): Promise<0> {
    const { given, print, note } = session;
    const wanted = optionOf(given, 'state') ?? 'open';
    const isJson = optionOf(given, 'format') === 'json';
    const documents: { readonly path: string; readonly comments: readonly CommentJson[] }[] = [];
    let count = 0;
    for await (const { path, analysis } of analyzeFiles(requestOf(session), given.operands, {
      plans: true,
    })) {
      const all = readComments(analysis.document);
      const shown = all.filter(({ state }) => wanted === 'all' || state === wanted);
      count += shown.length;
      if (isJson && shown.length > 0) documents.push({ path, comments: shown.map(commentJson) });
      if (isJson) continue;
      for (const comment of shown) {
        print(printable(`${path}:${comment.range.start.line + 1}: ${commentLine(comment)}`));
      }
    }
    if (isJson) print(JSON.stringify({ version: 1, documents }, null, 2));
    else if (count === 0) note(wanted === 'all' ? 'There are no comments.' : `No comment is ${wanted}.`);
    return 0;
  },
};
