import * as vscode from 'vscode';
import { parseDocument } from '../../core/document/document';
import { supersededEdits, supersedesEdits } from '../../core/edits/supersede';
import { UserError } from '../../core/text/userError';
import { property, readUri, textProperty } from '../documents/commandArguments';
import { baseName, pathInWorkspace } from '../documents/paths';
import { createDocument } from '../newDoc/create';
import { askForNewDoc } from '../newDoc/prompts';
import type { Command } from './command';

/**
 * Writes a new design doc that supersedes the one at `uri` of the argument, or the active one: in its folder and from its
 * template, with links at both ends. The argument may provide the `title` and the `template`; the user is asked for the rest.
 */
export const supersede: Command = async (services, argument) => {
  const { active, analyses, authors, edits, host, templates } = services;
  const uri = readUri(property(argument, 'uri')) ?? readUri(argument) ?? active.uri;
  if (!uri)
    throw new UserError('no-document', vscode.l10n.t('Open the design doc that is superseded first.'));
  const old = await vscode.workspace.openTextDocument(uri);
  const name = baseName(uri);
  if (supersededEdits(parseDocument(old.getText()), { fileName: name, text: '' }).length === 0) {
    throw new UserError(
      'no-status',
      vscode.l10n.t('{0} has no status that can be set, or is superseded already.', name),
    );
  }
  const title = textProperty(argument, 'title');
  const template = textProperty(argument, 'template') ?? analyses.of(old)?.bound?.template.name;
  const folder = pathInWorkspace(uri).split('/').slice(0, -1).join('/') || '.';
  const order = await askForNewDoc(services, {
    folder,
    ...(title && { title }),
    ...(template && { template }),
  });
  if (!order) return;
  const place = vscode.Uri.joinPath(uri, '..');
  const author = await authors.find(place);
  const created = await createDocument({
    folder: place,
    template: order.template.template,
    available: templates.of(place),
    title: order.title,
    author,
    host,
  });
  const text = (await vscode.workspace.openTextDocument(created)).getText();
  await edits.change(uri, (document) =>
    supersededEdits(parseDocument(document.getText()), { fileName: baseName(created), text }),
  );
  await edits.change(created, (document) =>
    supersedesEdits(parseDocument(document.getText()), { fileName: name, text: old.getText() }),
  );
};
