/** The states of files that evidence is for, in trusted workspaces with git. */

import * as vscode from 'vscode';
import type { FileStates } from '../../core/plan/fileState';
import { pathInside } from '../documents/paths';
import type { Services } from './services';

/**
 * The states of the files in the workspace folders of documents, which `uriOf` finds by their paths. Git runs only in a
 * trusted workspace, since a repository may bring its own git settings.
 */
export function fileStates(
  services: Pick<Services, 'host' | 'templates'>,
  uriOf: (document: string) => vscode.Uri | Promise<vscode.Uri>,
): FileStates {
  return {
    stateOf: async (commit, scope) => {
      const place = await openPlace(services, await uriOf(scope.document));
      return place
        ? place.states.stateOf(commit, { ...scope, document: place.document })
        : { kind: 'no git' };
    },
    compare: async (document, list) => {
      const place = await openPlace(services, await uriOf(document));
      return place ? place.states.compare(place.document, list) : list.map(() => ({ kind: 'no git' }));
    },
  };
}

/** The states in the folder of a document, and the path of the document in it; undefined if git must not run there. */
async function openPlace(
  { host, templates }: Pick<Services, 'host' | 'templates'>,
  uri: vscode.Uri,
): Promise<{ readonly states: FileStates; readonly document: string } | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const document = folder && pathInside(folder.uri, uri);
  if (document === undefined || !host.fileStates || !vscode.workspace.isTrusted) return undefined;
  if (folder?.uri.scheme !== 'file') return undefined;
  await templates.refresh();
  const design = new Set([...templates.documentsIn(folder), ...templates.ownIn(folder)]);
  return { states: host.fileStates(folder.uri, (file) => design.has(file)), document };
}
