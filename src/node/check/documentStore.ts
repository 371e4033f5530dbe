/** The document store of the tools on disk, below one folder. */

import * as path from 'node:path';
import { buildName } from '../../core/cache/buildName';
import { listedJson } from '../../core/json/documents';
import { UserError } from '../../core/text/userError';
import type { DocumentStore } from '../../core/tools/documentStore';
import { isUnder, kindOf, realPath } from '../files/files';
import { replaceText } from '../files/writeFile';
import { likelyFolder } from '../workspace/designFolders';
import { discoverFiles } from '../workspace/discovery';
import { writeNewDocument } from '../workspace/newDocument';
import type { Request } from '../workspace/request';
import { templateNamed } from '../workspace/templates';
import type { Note } from '../workspace/workspace';
import { openWorkspace } from '../workspace/workspace';
import { analyzeFile, analyzeFiles } from './analyzeFiles';
import { checkFiles } from './checkFiles';
import { openFileStates } from './fileStates';
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
    ...openFileStates(root, note),
  };
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
