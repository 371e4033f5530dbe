/** `new`: writes a new document from a template. */

import * as path from 'node:path';
import { UserError } from '../../core/errors';
import { newFileName } from '../../core/naming';
import { scaffold } from '../../core/scaffold';
import type { TemplateSource } from '../../core/templateSet';
import { defaultTemplate } from '../../core/templateSet';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { authorOption, dateOption, surroundings } from '../environment';
import { createText, namesIn } from '../files';
import { newDocumentFolder } from '../folders';
import { openLibrary } from '../templates';
import { printable } from '../wording';
import type { Workspace } from '../workspace';
import { openWorkspace, shownPath, slashed } from '../workspace';

export const create: Command = {
  name: 'new',
  summary: 'Writes a new design doc with the next free number, and prints its path.',
  operands: { usage: 'TITLE', min: 1, max: 1, hint: 'Put a title of several words in quotes.' },
  options: [
    {
      name: 'template',
      value: 'NAME|FILE',
      help: "The template to write it from. Without it: the workspace's own.",
    },
    {
      name: 'dir',
      value: 'DIR',
      help: 'The folder to write it to. Without it: the one that has design docs.',
    },
    authorOption,
    dateOption,
  ],
  run({ cwd, given, print, note }) {
    const title = checkedTitle(given.operands[0] ?? '');
    const workspace = openWorkspace(cwd, note);
    const values = surroundings(given, workspace);
    const dir = optionOf(given, 'dir');
    const folder = dir === undefined ? newDocumentFolder(workspace) : path.resolve(cwd, dir);
    const file = path.join(folder, newFileName(title, namesIn(folder)));
    const library = openLibrary(workspace, [file], optionOf(given, 'template'));
    const source = library.wanted ?? defaultTemplate(library.sources, slashed(file));
    if (!source) throw new UserError('no-template', 'There is no template. Pass one with --template FILE.');
    const number = /^\d+/.exec(path.basename(file))?.[0];
    createText(file, scaffold(source.template, { title, ...values, ...(number && { number }) }).text);
    print(printable(shownPath(workspace, file)));
    if (!library.wanted) noteOthers(workspace, library.sources, source, note);
    return 0;
  },
};

/** A title is one line, and a file must be named after it. */
function checkedTitle(given: string): string {
  const title = given.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (/[\p{L}\p{N}]/u.test(title)) return title;
  throw new UserError('bad-title', 'A title needs a letter or a digit: design-docs new "Flood alerts".');
}

function noteOthers(
  workspace: Workspace,
  sources: readonly TemplateSource[],
  used: TemplateSource,
  note: (line: string) => void,
): void {
  const own = sources.filter(({ bundled }) => !bundled);
  if (own.length < 2) return;
  const others = own.filter((source) => source !== used).map(({ template }) => template.name);
  const names = [...new Set(others)].join(', ');
  note(`Written from ${shownPath(workspace, used.path)}. --template takes one of: ${names}.`);
}
