/** Corrects an index of documents: all of its rows, or the row of one document. */

import * as vscode from 'vscode';
import { parseDocument } from '../../core/document/document';
import type { IndexFault } from '../../core/folderIndex/updateIndex';
import { indexFaults, updateIndex } from '../../core/folderIndex/updateIndex';
import { pathTo } from '../../core/text/paths';
import { changeBetween } from '../../core/text/text';
import { UserError } from '../../core/text/userError';
import { baseName } from '../documents/paths';
import { showInformation } from '../messages/show';
import { namesIn } from '../model/folderNames';
import type { Services } from '../services/services';
import type { FolderIndex } from './folderIndex';
import { findIndex } from './folderIndex';

/**
 * Shows the index that is about a document, adds the rows that are missing and corrects statuses, as one edit that can be
 * undone. Rows that lead nowhere are named. With `rows` as `own`, only the row of the document is read and written. Throws
 * a `UserError` if there is no index, or VS Code could not change it.
 */
export async function writeIndex(services: Services, about: vscode.Uri, rows: 'all' | 'own'): Promise<void> {
  const index = await findIndex(services, about);
  if (!index) {
    const message = vscode.l10n.t(
      'There is no index: no README.md or index.md in this folder lists a design doc in a table or a list.',
    );
    throw new UserError('no-index', message);
  }
  const only = rows === 'own' ? pathTo(index.uri.path, about.path) : undefined;
  const { document } = await vscode.window.showTextDocument(index.uri);
  const before = await faultsOf(index, document.getText(), only);
  const outcome = await services.edits.change(index.uri, (current) => {
    const text = current.getText();
    const change = changeBetween(text, updateIndex(text, index.documents, only));
    return change ? [change] : [];
  });
  if (outcome !== 'done') {
    const message = vscode.l10n.t('VS Code could not change {0}.', baseName(index.uri));
    throw new UserError('index-failed', message);
  }
  const left = await faultsOf(index, document.getText(), only);
  void showInformation(summary(baseName(index.uri), before.length - left.length, left));
}

async function faultsOf({ uri, documents }: FolderIndex, text: string, only?: string): Promise<IndexFault[]> {
  const candidates = indexFaults(parseDocument(text), documents, () => false).filter(
    ({ path }) => only === undefined || path === only,
  );
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
