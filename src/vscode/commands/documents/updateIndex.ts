import * as vscode from 'vscode';
import { UserError } from '../../../core/text/userError';
import { readDocument } from '../../documents/commandArguments';
import { writeIndex } from '../../listing/writeIndex';
import type { Services } from '../../services/services';
import type { Command } from '../command';

/** Corrects the index that is about the document at `uri` of the argument, or the active one. */
export const updateIndex: Command = (services, argument) =>
  writeIndex(services, documentOf(services, argument), 'all');

/** Corrects the row of that document in its index. */
export const updateIndexRow: Command = (services, argument) =>
  writeIndex(services, documentOf(services, argument), 'own');

function documentOf({ active }: Services, argument: unknown): vscode.Uri {
  const uri = readDocument(argument) ?? active.uri;
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc of the folder first.'));
  return uri;
}
