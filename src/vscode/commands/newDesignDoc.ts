import * as vscode from 'vscode';
import { property, textProperty } from '../documents/commandArguments';
import { settings } from '../manifest/settings';
import { createDocument } from '../newDoc/create';
import { folderUri } from '../newDoc/folders';
import { askForNewDoc } from '../newDoc/prompts';
import { writeSetting } from '../settings/settings';
import type { Command } from './command';

/**
 * Writes a new design doc from a template. `title`, `template` (its name) and `folder` (a path inside the
 * workspace folder) may be given; what is missing is asked for. `optional: true` writes the optional sections, too.
 */
export const newDesignDoc: Command = async ({ authors, templates }, argument) => {
  const title = textProperty(argument, 'title');
  const template = textProperty(argument, 'template');
  const folder = textProperty(argument, 'folder');
  const request = { ...(title && { title }), ...(template && { template }), ...(folder && { folder }) };
  const order = await askForNewDoc(templates, request);
  if (order === undefined) return;
  const place = folderUri(order.workspaceFolder, order.folder);
  const author = await authors.find(place);
  await createDocument({
    folder: place,
    template: order.template.template,
    title: order.title,
    author,
    optional: property(argument, 'optional') === true,
  });
  if (order.remember) {
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    await writeSetting(settings.folder, order.folder, target, order.workspaceFolder.uri);
  }
};
