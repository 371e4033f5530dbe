import { workspace } from 'vscode';
import { property, textProperty } from '../../documents/commandArguments';
import { createDocument } from '../../newDoc/create';
import { folderUri } from '../../newDoc/folders';
import { askForNewDoc } from '../../newDoc/prompts';
import type { Command } from '../command';

/**
 * Writes a new design doc from a template. The argument may provide `title`, `template` (a name) and `folder` (a path
 * inside the workspace folder, or inside `workspaceFolder`); the user is asked for the rest. `optional: true` includes
 * the optional sections.
 */
export const newDesignDoc: Command = async (services, argument) => {
  const { authors, templates, host } = services;
  const title = textProperty(argument, 'title');
  const template = textProperty(argument, 'template');
  const folder = textProperty(argument, 'folder');
  const given = property(argument, 'workspaceFolder');
  const workspaceFolder = workspace.workspaceFolders?.find((one) => one === given);
  const request = {
    ...(title && { title }),
    ...(template && { template }),
    ...(folder && { folder }),
    ...(workspaceFolder && { workspaceFolder }),
  };
  const order = await askForNewDoc(services, request);
  if (order === undefined) return;
  const uri = folderUri(order.workspaceFolder, order.folder);
  const author = await authors.find(uri);
  await createDocument({
    folder: uri,
    template: order.template.template,
    templates,
    title: order.title,
    author,
    host,
    optional: property(argument, 'optional') === true,
  });
};
