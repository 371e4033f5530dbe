/** Finds template files: those of the workspace and the bundled ones. */

import * as path from 'node:path';
import { isTemplate } from '../../core/config/scope';
import type { TemplateFile } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { namesIn } from '../files/files';
import { readText } from '../files/readFile';
import { bundledTemplates } from '../program/install';
import type { Workspace } from './workspace';
import { insidePath, slashed } from './workspace';

/** The templates of a workspace, those in the folders of the given files and above, and the bundled ones. */
export function templateFiles(workspace: Workspace, files: readonly string[]): TemplateFile[] {
  const { root, config } = workspace;
  const inWorkspace = workspace.files
    .filter((file) => isTemplate(file, config))
    .map((file) => path.join(root, file));
  const nearby = foldersAround(workspace, files).flatMap((folder) =>
    namesIn(folder)
      .filter((name) => isTemplate(name))
      .map((name) => path.join(folder, name)),
  );
  const templates = [...new Set([...inWorkspace, ...nearby])].flatMap((file) => {
    const preference = config.templates.indexOf(insidePath(workspace, file) ?? '');
    return readFile(file, false).map((read) => (preference < 0 ? read : { ...read, preference }));
  });
  return [...templates, ...bundledTemplates().flatMap((file) => readFile(file, true))];
}

/** The template file; empty if it cannot be read. */
function readFile(file: string, bundled: boolean): TemplateFile[] {
  try {
    return [{ path: slashed(file), text: readText(file), bundled }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** The folders of the files and their ancestors up to the workspace's root. Outside of it, no ancestors. */
function foldersAround(workspace: Workspace, files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    let folder = path.dirname(file);
    while (!folders.has(folder)) {
      folders.add(folder);
      if (folder === workspace.root || insidePath(workspace, folder) === undefined) break;
      folder = path.dirname(folder);
    }
  }
  return [...folders];
}
