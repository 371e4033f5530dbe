import * as vscode from 'vscode';
import { UserError } from '../../core/errors';
import { fixAllEdits } from '../fixAll';
import { readUri } from './arguments';
import type { Command } from './command';

/** Applies every fix of a document, the active one unless an argument names another. */
export const fixAll: Command = {
  id: 'designDocs.fixAll',
  async run({ active, analyses, edits }, argument) {
    const uri = readUri(argument) ?? active.uri;
    if (uri === undefined) throw new UserError('no-document', vscode.l10n.t('Open a design doc first.'));
    const outcome = await edits.change(uri, (document) => fixAllEdits(analyses, document));
    if (outcome !== 'done')
      throw new UserError('fix-failed', vscode.l10n.t('VS Code could not apply the fixes.'));
  },
};
