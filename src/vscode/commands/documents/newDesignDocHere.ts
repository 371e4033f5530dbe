import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { readDocument, textProperty } from '../../documents/commandArguments';
import { pathInside } from '../../documents/paths';
import type { Command } from '../command';
import { newDesignDoc } from './newDesignDoc';

/**
 * Writes a new design doc into the folder that the argument names, by itself or as its `uri`, beside a `title` and a
 * `template`.
 */
export const newDesignDocHere: Command = async (services, argument) => {
  const uri = readDocument(argument);
  const [title, template] = [textProperty(argument, 'title'), textProperty(argument, 'template')];
  const workspaceFolder = uri && vscode.workspace.getWorkspaceFolder(uri);
  const folder = workspaceFolder && pathInside(workspaceFolder.uri, uri);
  if (folder === undefined) {
    throw new UserError('no-folder', vscode.l10n.t('Choose a folder of the workspace in the Explorer.'));
  }
  await newDesignDoc(services, { folder: folder || '.', workspaceFolder, title, template });
};
