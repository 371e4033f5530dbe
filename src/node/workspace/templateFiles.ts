/** Reads template files: those of the workspace and the bundled ones. */

import * as path from 'node:path';
import { saysTemplate } from '../../core/config/scope';
import type { TemplateFile } from '../../core/template/templateSet';
import { namesIn, slashed } from '../files/files';
import { readableText } from '../files/readFile';
import { bundledTemplates } from '../program/install';
import type { Workspace } from './workspace';
import { insidePath, workspacePath } from './workspace';

/**
 * The templates that were found in a workspace, those beside the given files that are not among its files, and the
 * bundled ones.
 */
export function templateFiles(
  workspace: Workspace,
  templates: readonly string[],
  files: readonly string[],
): TemplateFile[] {
  const { root, config, fingerprints } = workspace;
  const strangers = files.filter((file) => !fingerprints.has(insidePath(workspace, file) ?? ''));
  const nearby = foldersAround(workspace, strangers).flatMap((folder) =>
    namesIn(folder)
      .filter((name) => saysTemplate(name) === 'certain')
      .map((name) => path.join(folder, name)),
  );
  const own = new Set([...templates.map((file) => path.join(root, file)), ...nearby]);
  return [
    ...[...own].flatMap((file) => {
      const shown = workspacePath(workspace, file);
      return readFile(file, shown, config.templates.indexOf(shown));
    }),
    ...bundledTemplateFiles(),
  ];
}

/** The templates that ship with the product. */
export function bundledTemplateFiles(): TemplateFile[] {
  return bundledTemplates().flatMap((file) => {
    const text = readableText(file);
    return text === undefined ? [] : [{ path: slashed(file), text, bundled: true }];
  });
}

/** The names of the templates that ship with the product. */
export function bundledNames(): string[] {
  return bundledTemplates().map((file) => path.basename(file, '.md'));
}

function readFile(file: string, shown: string, preference: number): TemplateFile[] {
  const text = readableText(file);
  if (text === undefined) return [];
  return [{ path: shown, text, bundled: false, ...(preference >= 0 && { preference }) }];
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
