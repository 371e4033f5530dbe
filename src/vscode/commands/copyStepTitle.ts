import * as vscode from 'vscode';
import { plainText } from '../../core/document/plainText';
import { rowFor } from '../planActions/pick';
import type { Command } from './command';

/** Copies the title of a row to the clipboard, as plain text. */
export const copyStepTitle: Command = async (services, argument) => {
  const node = await rowFor(services, argument);
  if (node) await vscode.env.clipboard.writeText(plainText(node.row.title));
};
