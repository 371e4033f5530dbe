import * as vscode from 'vscode';
import { documentLabel } from '../../core/listing/label';
import { linkFrom } from '../../core/listing/linkFrom';
import { pathInWorkspace } from '../documents/paths';
import { documentOfArgument } from '../documentsView/target';
import type { Command } from './command';

/**
 * Copies a Markdown link to a design doc: relative to the active document if that is another file of the same workspace
 * folder, else relative to the folder's root.
 */
export const copyLink: Command = async (services, argument) => {
  const uri = documentOfArgument(services, argument);
  const file = (await services.index.current()).find((one) => one.uri.toString() === uri.toString());
  const path = pathInWorkspace(uri);
  const { active } = services;
  const isNear =
    active.uri &&
    active.uri.toString() !== uri.toString() &&
    vscode.workspace.getWorkspaceFolder(active.uri) === vscode.workspace.getWorkspaceFolder(uri);
  const from = isNear && active.uri ? pathInWorkspace(active.uri) : '';
  const link = linkFrom(from, path, file ? documentLabel(file) : path);
  await vscode.env.clipboard.writeText(link);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', link), 4000);
};
