import * as vscode from 'vscode';
import { plainText } from '../../../core/document/plainText';
import { rowsFor } from '../../planActions/pick';
import type { Command } from '../command';

/** Copies the titles of the selected rows to the clipboard, as plain text, one a line. */
export const copyStepTitle: Command = async (services, argument, selection) => {
  const nodes = await rowsFor(services, argument, selection);
  if (nodes.length === 0) return;
  await vscode.env.clipboard.writeText(nodes.map(({ row }) => plainText(row.title)).join('\n'));
};
