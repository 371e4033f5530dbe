import * as vscode from 'vscode';
import { parseDocument } from '../../core/document/document';
import type { IndexFault } from '../../core/folderIndex/updateIndex';
import { indexFaults, updateIndex as updated } from '../../core/folderIndex/updateIndex';
import { changeBetween } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { property, readUri } from '../documents/commandArguments';
import { baseName } from '../documents/paths';
import type { FolderIndex } from '../listing/folderIndex';
import { findIndex } from '../listing/folderIndex';
import { namesIn } from '../model/folderNames';
import type { Command } from './command';

/**
 * Shows the index that is about the document at `uri` of the argument, or the active one, adds the rows that are missing
 * and corrects statuses, as one edit that can be undone. Rows that lead nowhere are named.
 */
export const updateIndex: Command = async (services, argument) => {
  const uri = readUri(property(argument, 'uri')) ?? readUri(argument) ?? services.active.uri;
  if (!uri) throw new UserError('no-document', vscode.l10n.t('Open a design doc of the folder first.'));
  const index = await findIndex(services, uri);
  if (!index) {
    const message = vscode.l10n.t(
      'There is no index: no README.md or index.md in this folder lists a design doc in a table or a list.',
    );
    throw new UserError('no-index', message);
  }
  const { document } = await vscode.window.showTextDocument(index.uri);
  const before = await faultsOf(index, document.getText());
  const outcome = await services.edits.change(index.uri, (current) => {
    const text = current.getText();
    const change = changeBetween(text, updated(text, index.documents));
    return change ? [change] : [];
  });
  if (outcome !== 'done') {
    const message = vscode.l10n.t('VS Code could not change {0}.', baseName(index.uri));
    throw new UserError('index-failed', message);
  }
  const left = await faultsOf(index, document.getText());
  void vscode.window.showInformationMessage(summary(baseName(index.uri), before.length - left.length, left));
};

async function faultsOf({ uri, documents }: FolderIndex, text: string): Promise<IndexFault[]> {
  const parsed = parseDocument(text);
  const candidates = indexFaults(parsed, documents, () => false);
  const missing = new Set<string>();
  for (const { kind, path } of candidates) {
    if (kind === 'dangling' && (await isMissing(vscode.Uri.joinPath(uri, '..', path)))) missing.add(path);
  }
  return candidates.filter(({ kind, path }) => kind !== 'dangling' || missing.has(path));
}

async function isMissing(uri: vscode.Uri): Promise<boolean> {
  return !(await namesIn(vscode.Uri.joinPath(uri, '..'))).includes(baseName(uri));
}

function summary(name: string, written: number, left: readonly IndexFault[]): string {
  const done =
    written === 0
      ? vscode.l10n.t('{0} needed no change.', name)
      : vscode.l10n.t('{0}: rows written: {1}.', name, written);
  const [first, ...rest] = left;
  if (!first) return done;
  const more = rest.length > 0 ? vscode.l10n.t(' (and {0} more)', rest.length) : '';
  const what =
    first.kind === 'dangling'
      ? vscode.l10n.t('the row of {0}, which does not exist', first.path)
      : vscode.l10n.t('the row of {0}, which cannot be written safely', first.path);
  return vscode.l10n.t('{0} Left for you: {1}{2}.', done, what, more);
}
