/** `new`: writes a new document from a template. */

import * as path from 'node:path';
import type { TemplateSource } from '../../core/template/templateSet';
import { usualTemplate } from '../../node/check/usualTemplate';
import { printable } from '../../node/program/messages';
import { newDocumentFolder } from '../../node/workspace/designFolders';
import { discoverFiles } from '../../node/workspace/discovery';
import { writeNewDocument } from '../../node/workspace/newDocument';
import { findTemplate } from '../../node/workspace/templates';
import type { Workspace } from '../../node/workspace/workspace';
import { openWorkspace, shownPath } from '../../node/workspace/workspace';
import { optionOf } from '../arguments';
import type { Command } from '../command';
import { authorOption, dateOption, requestOf } from './options';

export const create: Command = {
  name: 'new',
  summary: 'Writes a new design doc, named and numbered like those beside it, and prints its path.',
  operands: { usage: 'TITLE', min: 1, max: 1, hint: 'Put a title of several words in quotes.' },
  options: [
    {
      name: 'template',
      value: 'NAME|FILE',
      help: "The template of the new doc. Default: the workspace's own.",
    },
    {
      name: 'dir',
      value: 'DIR',
      help: 'The folder of the new doc. Default: the one with design docs.',
    },
    { name: 'optional', help: 'Include the optional sections.' },
    {
      name: 'supersedes',
      value: 'N|FILE',
      help: 'The doc that the new one supersedes: both get a link, and the old one its status.',
    },
    authorOption,
    dateOption,
  ],
  async run(session): Promise<0 | 1> {
    const { cwd, given, print, note } = session;
    const request = requestOf(session);
    const workspace = openWorkspace(cwd, note);
    const found = await discoverFiles(workspace, request.build);
    const dir = optionOf(given, 'dir');
    const wanted = optionOf(given, 'template');
    const folder = dir === undefined ? newDocumentFolder(workspace, found) : path.resolve(cwd, dir);
    const { file, source, sources } = writeNewDocument(workspace, found, {
      ...request,
      usual:
        wanted === undefined
          ? await usualTemplate(request, { root: workspace.root, templates: found.templates }, folder)
          : undefined,
      title: given.operands[0] ?? '',
      optional: given.options.has('optional'),
      supersedes: optionOf(given, 'supersedes'),
      folder,
      choose: wanted === undefined ? undefined : (known) => findTemplate(workspace, known, wanted),
    });
    print(printable(shownPath(workspace, file)));
    if (wanted === undefined) noteOthers(workspace, sources, source, note);
    return 0;
  },
};

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
  note(
    `Written from ${shownPath(workspace, path.resolve(workspace.root, used.path))}. --template takes one of: ${names}.`,
  );
}
