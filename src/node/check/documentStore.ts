/** The document store on a disk: what the tools read and change, below one folder. */

import * as path from 'node:path';
import { buildName } from '../../core/cache/buildName';
import { isDesignDoc } from '../../core/config/scope';
import { listedJson } from '../../core/json/documents';
import { UserError } from '../../core/text/userError';
import type { DocumentStore } from '../../core/tools/documentStore';
import { isUnder, kindOf, realPath } from '../files/files';
import { replaceText } from '../files/writeFile';
import type { Contents } from '../git/changedFiles';
import { changedFiles } from '../git/changedFiles';
import { count } from '../program/messages';
import { likelyFolder } from '../workspace/designFolders';
import { writeNewDocument } from '../workspace/newDocument';
import type { Request } from '../workspace/request';
import { templateNamed } from '../workspace/templates';
import type { Note } from '../workspace/workspace';
import { openWorkspace, shownPath } from '../workspace/workspace';
import { analyzeFile, analyzeFiles } from './analyzeFiles';
import { checkFiles } from './checkFiles';

/** A store on the documents below a folder. Everything is looked at anew at each call, for others write there, too. */
export function openDocumentStore(folder: string, note: Note): DocumentStore {
  const root = realPath(folder);
  const request: Request = { cwd: root, note, build: buildName() };
  return {
    async *documents() {
      for await (const found of analyzeFiles(request, [])) if (isUnder(root, found.file)) yield found;
    },
    async *listed() {
      for await (const { file, path: shown, summary } of checkFiles(request, []))
        if (isUnder(root, file)) yield listedJson(shown, summary);
    },
    open: async (named) => analyzeFile(request, fileInside(root, named)),
    replace: async (document, text) => {
      const file = fileInside(root, document.path);
      replaceText(file, document.text, text);
      return analyzeFile(request, file);
    },
    create: async (title, template, optional) => {
      const workspace = openWorkspace(root, note);
      const { file } = writeNewDocument(workspace, {
        title,
        optional,
        folder: folderInside(root, likelyFolder(workspace)),
        choose: template === undefined ? undefined : (sources) => templateNamed(sources, template),
      });
      return analyzeFile(request, file);
    },
    changedSince: changeFinder(root, note),
  };
}

/**
 * Finds the files that differ from a state of them that git knows, design docs aside; paths as documents are shown.
 * Undefined if git knows no such state, or nothing is seen to have changed and not all can be seen.
 */
export function changeFinder(cwd: string, note: Note): (tree: string) => Promise<string[] | undefined> {
  const contents: Contents = new Map();
  return async (tree) => {
    const workspace = openWorkspace(cwd, note);
    const { root, config } = workspace;
    const found = await changedFiles(root, tree, (file) => !isDesignDoc(file, config), contents);
    if (!found) return undefined;
    if (found.unknown.length > 0) note(unknownNote(found.unknown, tree));
    if (found.changed.length === 0 && found.unknown.length > 0) return undefined;
    return found.changed.map((file) => shownPath(workspace, path.join(root, file)));
  };
}

function unknownNote(files: readonly string[], tree: string): string {
  const [first] = files;
  const many = `${count(files.length, 'file')} such as ${first}`;
  return `note: it cannot be told whether ${many} changed since "${tree}": a filter of git's would have to be run, or they are too large.`;
}

/** The Markdown file that a path leads to, links followed. Throws a `UserError` if that is not below the folder. */
function fileInside(root: string, named: string): string {
  const file = path.resolve(root, named);
  // Whether something is there is not told about places outside.
  if (named.includes('\0') || !isUnder(root, file)) throw outside(named);
  if (!/\.(?:md|markdown)$/i.test(file) || kindOf(file) !== 'file') {
    throw new UserError(
      'no-such-document',
      `There is no document "${named}". list_docs gives the paths of those that there are.`,
    );
  }
  const real = realPath(file);
  if (!isUnder(root, real)) throw outside(named);
  return real;
}

/** A folder that may be yet to be made, unless a link on its way leads out. */
function folderInside(root: string, folder: string): string {
  let made = folder;
  while (kindOf(made) === undefined && made !== path.dirname(made)) made = path.dirname(made);
  if (!isUnder(root, realPath(made))) throw outside(path.relative(root, folder));
  return folder;
}

function outside(named: string): UserError {
  return new UserError(
    'outside',
    `"${named}" lies outside of the workspace, where nothing is read or written.`,
  );
}
