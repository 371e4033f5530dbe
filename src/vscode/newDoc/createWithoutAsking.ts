/** Creates a design doc without prompts and without opening an editor, for callers that cannot answer prompts. */

import * as vscode from 'vscode';
import { usualFolders } from '../../core/config/scope';
import { severalFolders } from '../../core/discovery/folders';
import { UserError } from '../../core/text/userError';
import type { WantedDocument } from '../../core/tools/documentStore';
import { placeKind } from '../documents/savedFile';
import { settings } from '../manifest/settings';
import type { Templates } from '../model/templates';
import type { Services } from '../services/services';
import { readSetting } from '../settings/settings';
import { writeNew } from './create';
import { designFolders, folderUri, homeOf, outside } from './folders';
import { namedTemplate } from './prompts';
import { templatesToOffer } from './templatesToOffer';

/** A folder for a document: its workspace folder, and the path in it; no path if no document is there yet. */
interface Home {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string | undefined;
}

/**
 * Writes the document and returns its URI. Without a given folder, it is the template's design-docs folder, or else the
 * configured one, the only existing one, or the default. Throws a `UserError` on failure, also if there are several.
 */
export async function createWithoutAsking(
  services: Services,
  { title, template: name, dir, optional }: WantedDocument,
): Promise<vscode.Uri> {
  const { templates, authors, host } = services;
  const home = dir === undefined ? await onlyHome(templates) : namedHome(dir);
  const { sources } = await templatesToOffer(services, home.folder, {
    path: home.path ?? '.',
    isNamed: name !== undefined,
  });
  const template = namedTemplate(sources, name);
  if (!template)
    throw new UserError('no-template', vscode.l10n.t('There is no template for a new design doc.'));
  const own = dir === undefined ? homeOf(template) : undefined;
  const folder = await realFolder(home.folder, own ?? home.path ?? usualFolders[0] ?? '.');
  const author = await authors.find(folder);
  const wanted = { folder, template: template.template, templates, title, author, host, optional };
  return (await writeNew(wanted)).uri;
}

/** The home that a caller names: in a workspace of several folders, the path begins with the name of one. */
function namedHome(dir: string): Home {
  const [first, ...others] = openFolders();
  const [name, ...rest] = dir.split('/');
  if (others.length === 0) return { folder: first, path: dir };
  const named = [first, ...others].filter((folder) => folder.name === name);
  if (named[0] && named.length === 1) return { folder: named[0], path: rest.join('/') || '.' };
  const names = [first, ...others].map((folder) => folder.name).join(', ');
  throw new UserError(
    'no-such-folder',
    vscode.l10n.t('"dir" has to begin with the name of one workspace folder: {0}.', names),
  );
}

/** The folder that is configured or has design docs; of the first workspace folder if there is none in any. */
async function onlyHome(templates: Templates): Promise<Home> {
  const [first, ...others] = openFolders();
  const folders = [first, ...others];
  const homes = (await Promise.all(folders.map((folder) => homesIn(templates, folder)))).flat();
  const [only = { folder: first, path: undefined }, ...more] = homes;
  if (more.length === 0) return only;
  const paths = homes.map(({ folder, path }) => (others.length === 0 ? path : `${folder.name}/${path}`));
  throw severalFolders(paths, 'Call new_doc again with one of them as "dir".');
}

async function homesIn(
  templates: Templates,
  folder: vscode.WorkspaceFolder,
): Promise<{ readonly folder: vscode.WorkspaceFolder; readonly path: string }[]> {
  const configured = readSetting(settings.folder, folder.uri);
  const paths = configured ? [configured] : await designFolders(templates, folder);
  return paths.map((path) => ({ folder, path }));
}

/** The URI of a path in a workspace folder. Throws a `UserError` if it leads out of it, also by a symbolic link. */
async function realFolder(folder: vscode.WorkspaceFolder, path: string): Promise<vscode.Uri> {
  const uri = folderUri(folder, path);
  if ((await placeKind(folder.uri, uri)) === 'linked') throw outside(folder);
  return uri;
}

function openFolders(): readonly [vscode.WorkspaceFolder, ...vscode.WorkspaceFolder[]] {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (first) return [first, ...others];
  const message = vscode.l10n.t('A design doc needs a workspace folder, and none is open.');
  throw new UserError('no-folder', message);
}
