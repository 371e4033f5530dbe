import * as vscode from 'vscode';
import { documentLabel } from '../../../core/listing/label';
import { linkFrom } from '../../../core/listing/linkFrom';
import { pathInWorkspace } from '../../documents/paths';
import { documentsOfArguments } from '../../documentsView/target';
import type { IndexedFile, Services } from '../../services/services';
import type { Command } from '../command';

/**
 * Copies a Markdown link to a design doc, or one a line to each selected one: relative to the active document if that is
 * another file of the same workspace folder, else relative to the folder's root.
 */
export const copyLink: Command = async (services, argument, selection) => {
  const uris = documentsOfArguments(services, argument, selection);
  const files = await services.index.current();
  const links = uris.map((uri) => linkTo(services, files, uri)).join('\n');
  await vscode.env.clipboard.writeText(links);
  const message =
    uris.length === 1
      ? vscode.l10n.t('Copied {0}', links)
      : vscode.l10n.t('Copied links to {0} design docs', uris.length);
  vscode.window.setStatusBarMessage(message, 4000);
};

function linkTo({ active }: Services, files: readonly IndexedFile[], uri: vscode.Uri): string {
  const file = files.find((one) => one.uri.toString() === uri.toString());
  const path = pathInWorkspace(uri);
  const isNear =
    active.uri &&
    active.uri.toString() !== uri.toString() &&
    vscode.workspace.getWorkspaceFolder(active.uri) === vscode.workspace.getWorkspaceFolder(uri);
  const from = isNear && active.uri ? pathInWorkspace(active.uri) : '';
  return linkFrom(from, path, file ? documentLabel(file) : path);
}
