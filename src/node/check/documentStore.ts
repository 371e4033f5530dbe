/** The document store of the tools on disk, below one folder. */

import * as path from 'node:path';
import { buildName } from '../../core/cache/buildName';
import { usualFolders } from '../../core/config/scope';
import { isVisible } from '../../core/config/visible';
import { severalFolders } from '../../core/discovery/folders';
import { listedJson } from '../../core/json/documents';
import { UserError } from '../../core/text/userError';
import type { Opened, Root } from '../../core/tools/documentStore';
import type { ResourceStore } from '../../core/tools/resources';
import { isUnder, realPath, slashed } from '../files/files';
import { replaceText } from '../files/writeFile';
import { branchOf } from '../git/branch';
import { possibleFolders } from '../workspace/designFolders';
import { discoverFiles } from '../workspace/discovery';
import { writeNewDocument } from '../workspace/newDocument';
import type { Request } from '../workspace/request';
import { templateNamed } from '../workspace/templates';
import type { Note } from '../workspace/workspace';
import { openWorkspace } from '../workspace/workspace';
import type { AnalyzedFile } from './analyzeFiles';
import { analyzeFile, analyzeFiles } from './analyzeFiles';
import { checkFiles } from './checkFiles';
import { fileInside, folderInside, outside, pathInside } from './confinedPaths';
import { openFileStates } from './fileStates';
import { templateTexts } from './templateTexts';
import { usualTemplate } from './usualTemplate';

/** How a tool's caller names one of several folders. */
export const CHOOSE_FOLDER = 'Call new_doc again with one of them as "dir".';

/** A store on one folder. */
export interface FolderStore extends ResourceStore {
  /** The folder, with links resolved. */
  readonly root: string;
  /** The absolute path of a file or folder, which may not exist; undefined if it is not below the root. */
  find(named: string): string | undefined;
  /** The folders among which a new document has to choose. */
  newFolders(): Promise<string[]>;
}

/**
 * Opens a store on the documents below a folder. Each call reads the disk again, since other programs write there, too.
 * `absolute` makes the paths of documents absolute; otherwise they are relative to the folder.
 */
export function openDocumentStore(folder: string, note: Note, absolute = false): FolderStore {
  const root = realPath(folder);
  const request: Request = { cwd: root, note, build: buildName() };
  const shown = (file: string): string => (absolute ? slashed(path.join(root, file)) : file);
  const place = async (): Promise<Root> => ({ root: slashed(root), branch: await branchOf(root) });
  const find = (named: string): string | undefined => pathInside(root, path.resolve(folder), named);
  const inside = (named: string): string => {
    const file = find(named);
    if (file === undefined) throw outside(root, named);
    return file;
  };
  const opened = (found: AnalyzedFile, own: Root): Opened => ({
    ...found,
    ...own,
    path: shown(found.path),
    templatePath: found.templatePath === null ? null : shown(found.templatePath),
  });
  const openFile = async (file: string): Promise<Opened> =>
    opened(await analyzeFile(request, file), await place());
  const newFolders = async (): Promise<string[]> => {
    const workspace = openWorkspace(root, note);
    const folders = possibleFolders(workspace, await discoverFiles(workspace, request.build));
    return folders.filter((folder) => isUnder(root, folder));
  };
  return {
    root,
    find,
    newFolders,
    roots: async () => [await place()],
    async *documents() {
      const own = await place();
      for await (const found of analyzeFiles(request, [], { plans: true }))
        if (isUnder(root, found.file)) yield opened(found, own);
    },
    async *listed() {
      for await (const { file, path: found, summary } of checkFiles(request, [], { plans: true }))
        if (isUnder(root, file)) yield listedJson(shown(found), summary);
    },
    open: async (named) => openFile(fileInside(root, inside(named), named)),
    replace: async ({ path: named, text: before }, text) => {
      const file = fileInside(root, inside(named), named);
      replaceText(file, before, text);
      return openFile(file);
    },
    create: async ({ title, template, dir, optional }) => {
      const wanted = dir === undefined ? onlyFolder(root, await newFolders(), absolute) : inside(dir);
      const folder = folderInside(root, wanted);
      if (!isVisible(slashed(path.relative(root, folder)))) throw hidden(dir ?? '');
      const workspace = openWorkspace(root, note);
      const found = await discoverFiles(workspace, request.build);
      const { file } = writeNewDocument(workspace, found, {
        title,
        optional,
        usual: await usualTemplate(request, { root: workspace.root, templates: found.templates }, folder),
        folder,
        choose: template === undefined ? undefined : (sources) => templateNamed(sources, template),
      });
      return openFile(file);
    },
    templates: async () => {
      const own = await templateTexts(request);
      return own.map((one) => ({ ...one, path: one.path === null ? null : shown(one.path) }));
    },
    ...openFileStates(root, note),
  };
}

/** The only folder for a new document, or the usual one if there is none yet. Throws a `UserError` for several. */
function onlyFolder(root: string, folders: readonly string[], absolute: boolean): string {
  const [only = path.join(root, usualFolders[0] ?? ''), ...more] = folders;
  if (more.length === 0) return only;
  const names = folders.map((folder) => slashed(absolute ? folder : path.relative(root, folder)) || '.');
  throw severalFolders(names, CHOOSE_FOLDER);
}

function hidden(dir: string): UserError {
  return new UserError(
    'hidden-folder',
    `Design docs in "${dir}" would not be found: it is hidden, or a folder of packages. Call new_doc again with another "dir".`,
  );
}
