import * as vscode from 'vscode';
import { documentOfArgument } from '../../documentsView/target';
import type { Command } from '../command';

/** Opens a document of the Documents view beside the active editor. */
export const openToSide: Command = async (services, argument) => {
  const uri = documentOfArgument(services, argument);
  await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.Beside);
};
