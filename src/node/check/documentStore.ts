/** The document store of the tools on disk, below one folder. */

import * as path from 'node:path';
import { buildName } from '../../core/cache/buildName';
import { listedJson } from '../../core/json/documents';
import { UserError } from '../../core/text/userError';
import type { DocumentStore } from '../../core/tools/documentStore';
import { isUnder, kindOf, realPath } from '../files/files';
import { replaceText } from '../files/writeFile';
import type { Contents } from '../git/changedFiles';
import { changedFiles } from '../git/changedFiles';
import { count } from '../program/messages';
import { likelyFolder } from '../workspace/designFolders';
import { discoverFiles } from '../workspace/discovery';
import { writeNewDocument } from '../workspace/newDocument';
import type { Request } from '../workspace/request';
import { templateNamed } from '../workspace/templates';
import type { Note } from '../workspace/workspace';
import { openWorkspace, shownPath } from '../workspace/workspace';
import { analyzeFile, analyzeFiles } from './analyzeFiles';
import { checkFiles } from './checkFiles';
import { usualTemplate } from './usualTemplate';

/**
 * Opens a store on the documents below a folder. Each call reads the disk again, since other programs write there, too.
 */
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
      const found = await discoverFiles(workspace, request.build);
      const folder = folderInside(root, likelyFolder(workspace, found));
      const { file } = writeNewDocument(workspace, found.templates, {
        title,
        optional,
        usual: found.templates.length > 0 ? undefined : await usualTemplate(request, folder),
        folder,
        choose: template === undefined ? undefined : (sources) => templateNamed(sources, template),
      });
      return analyzeFile(request, file);
    },
    changedSince: changeFinder(root, note),
  };
}

/**
 * Returns a function that finds the files, other than design docs, that differ from a git state, as paths for output.
 * It returns undefined if git does not know the state, or if no change was found but some files could not be compared.
 */
export function changeFinder(cwd: string, note: Note): (tree: string) => Promise<string[] | undefined> {
  const contents: Contents = new Map();
  return async (tree) => {
    const workspace = openWorkspace(cwd, note);
    const { root } = workspace;
    const { documents, templates } = await discoverFiles(workspace, buildName());
    const design = new Set([...documents, ...templates]);
    const found = await changedFiles(root, tree, (file) => !design.has(file), contents);
    if (!found) return undefined;
    if (found.unknown.length > 0) note(unknownNote(found.unknown, tree));
    if (found.changed.length === 0 && found.unknown.length > 0) return undefined;
    return found.changed.map((file) => shownPath(workspace, path.join(root, file)));
  };
}

function unknownNote(files: readonly string[], tree: string): string {
  const [first] = files;
  const filesText = `${count(files.length, 'file')} such as ${first}`;
  return `note: it is unknown whether ${filesText} changed since "${tree}": git would have to run a filter, or they are too large.`;
}

/** The real path of a Markdown file. Throws a `UserError` if there is none, or if it is not below the folder. */
function fileInside(root: string, named: string): string {
  const file = path.resolve(root, named);
  // Checked first, so that the error does not reveal whether a file outside exists.
  if (named.includes('\0') || !isUnder(root, file)) throw outside(named);
  if (!/\.(?:md|markdown)$/i.test(file) || kindOf(file) !== 'file') {
    throw new UserError(
      'no-such-document',
      `There is no document "${named}". list_docs gives the paths of all design docs.`,
    );
  }
  const real = realPath(file);
  if (!isUnder(root, real)) throw outside(named);
  return real;
}

/** Returns a folder, which may not exist yet. Throws a `UserError` if a link in its path leads out of the root. */
function folderInside(root: string, folder: string): string {
  let nearest = folder;
  while (kindOf(nearest) === undefined && nearest !== path.dirname(nearest)) nearest = path.dirname(nearest);
  if (!isUnder(root, realPath(nearest))) throw outside(path.relative(root, folder));
  return folder;
}

function outside(named: string): UserError {
  return new UserError(
    'outside',
    `"${named}" lies outside of the workspace, where nothing is read or written.`,
  );
}
