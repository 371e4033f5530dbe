/** `renumber`: gives a document another number, and rewrites the links to it. */

import { count, printable } from '../../node/program/messages';
import { renumber } from '../../node/workspace/renumber';
import { openWorkspace, shownPath } from '../../node/workspace/workspace';
import { wholeNumber } from '../arguments';
import type { Command } from '../command';
import { configOption, requestOf } from './options';

export const renumberCommand: Command = {
  name: 'renumber',
  summary: 'Gives a document another number: renames its file, and rewrites the links to it.',
  operands: {
    usage: 'FILE [NUMBER]',
    min: 1,
    max: 2,
    hint: 'Without NUMBER, it is the next one that is free in the folder and on all branches.',
  },
  options: [configOption],
  run(session): 0 {
    const { cwd, given, note, print } = session;
    const [file = '', number] = given.operands;
    const workspace = openWorkspace(cwd, note, requestOf(session).config);
    const wanted = number === undefined ? undefined : wholeNumber(number, 'NUMBER', 0);
    const { from, to, changed } = renumber(workspace, file, wanted);
    print(printable(`${shownPath(workspace, from)} -> ${shownPath(workspace, to)}`));
    for (const change of changed) {
      print(printable(`${shownPath(workspace, change.file)}: ${count(change.edits, 'change')}`));
    }
    return 0;
  },
};
