import * as vscode from 'vscode';
import { parseDocument } from '../../../core/document/document';
import { supersededEdits, supersedesEdits } from '../../../core/edits/supersede';
import { folderOfDocuments } from '../../../core/folder/ownName';
import { folderOf, pathTo } from '../../../core/text/paths';
import { UserError } from '../../../core/text/userError';
import { readDocument, textProperty } from '../../documents/commandArguments';
import type { DocumentChange, EditQueue } from '../../documents/editQueue';
import { baseName, pathInWorkspace } from '../../documents/paths';
import { createDocument } from '../../newDoc/create';
import { askForNewDoc } from '../../newDoc/prompts';
import type { Command } from '../command';

/**
 * Writes a new design doc that supersedes the one at `uri` of the argument, or the active one: in its folder and from
 * its template, with links at both ends. The argument may provide the `title` and the `template`; the user is asked for
 * the rest.
 */
export const supersede: Command = async (services, argument) => {
  const { active, analyses, authors, edits, host, templates } = services;
  const uri = readDocument(argument) ?? active.uri;
  if (!uri)
    throw new UserError('no-document', vscode.l10n.t('Open the design doc that is superseded first.'));
  const old = await vscode.workspace.openTextDocument(uri);
  const name = baseName(uri);
  if (supersededEdits(parseDocument(old.getText()), { path: name, text: '' }).length === 0) {
    throw new UserError(
      'no-status',
      vscode.l10n.t('{0} has no status that can be set, or is superseded already.', name),
    );
  }
  const title = textProperty(argument, 'title');
  const template = textProperty(argument, 'template') ?? analyses.of(old)?.bound?.template.name;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
  const documents = workspaceFolder ? templates.documentsIn(workspaceFolder) : [];
  const path = pathInWorkspace(uri);
  const folder = folderOfDocuments(path, documents);
  const order = await askForNewDoc(services, {
    folder: folder || '.',
    ...(workspaceFolder && { workspaceFolder }),
    ...(title && { title }),
    ...(template && { template }),
  });
  if (!order) return;
  const place = vscode.Uri.joinPath(uri, folder === folderOf(path) ? '..' : '../..');
  const author = await authors.find(place);
  const created = await createDocument({
    folder: place,
    template: order.template.template,
    templates,
    title: order.title,
    author,
    host,
  });
  const text = (await vscode.workspace.openTextDocument(created)).getText();
  const [from, to] = [path, pathInWorkspace(created)];
  await change(edits, uri, (document) =>
    supersededEdits(parseDocument(document.getText()), { path: pathTo(from, to), text }),
  );
  await change(edits, created, (document) =>
    supersedesEdits(parseDocument(document.getText()), { path: pathTo(to, from), text: old.getText() }),
  );
};

/** Throws a `UserError` if the document cannot be written. */
async function change(edits: EditQueue, uri: vscode.Uri, work: DocumentChange): Promise<void> {
  if ((await edits.change(uri, work)) === 'done') return;
  const message = vscode.l10n.t('VS Code could not change or save {0}.', baseName(uri));
  throw new UserError('not-superseded', message);
}
