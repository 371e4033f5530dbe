/** The templates that a command works with: those of the workspace and the bundled ones. */

import * as path from 'node:path';
import { UserError } from '../core/errors';
import { isTemplate } from '../core/scope';
import type { TemplateFile, TemplateSource } from '../core/templateSet';
import { readTemplates } from '../core/templateSet';
import { kindOf, namesIn } from './files';
import { bundledTemplates } from './install';
import { readText } from './reading';
import { readyTemplates } from './readyTemplates';
import { nearest } from './wording';
import type { Workspace } from './workspace';
import { insidePath, slashed } from './workspace';

export interface Library {
  readonly sources: readonly TemplateSource[];
  /** The one the user asked for; documents are checked against it whatever they say. */
  readonly wanted?: TemplateSource;
}

/**
 * Reads the templates of a workspace, those that lie beside or above the given files, and the bundled ones.
 * Throws a `UserError` if the wanted one, given by its name or its file, does not exist.
 */
export function openLibrary(workspace: Workspace, files: readonly string[], wanted?: string): Library {
  const { root, config } = workspace;
  const inWorkspace = workspace.files
    .filter((file) => isTemplate(file, config))
    .map((file) => path.join(root, file));
  const besides = foldersAround(workspace, files).flatMap((folder) =>
    namesIn(folder)
      .filter((name) => isTemplate(name))
      .map((name) => path.join(folder, name)),
  );
  const own = [...new Set([...inWorkspace, ...besides])].flatMap((file) => {
    const preference = config.templates.indexOf(insidePath(workspace, file) ?? '');
    return readFile(file, false).map((read) => (preference < 0 ? read : { ...read, preference }));
  });
  const ready = readyTemplates();
  const bundled = bundledTemplates().flatMap((file) =>
    readFile(file, true).map((read) => ({ ...read, template: ready(read) })),
  );
  const sources = readTemplates([...own, ...bundled]);
  return wanted === undefined ? { sources } : { sources, wanted: findTemplate(workspace, sources, wanted) };
}

/** The template of a name or in a file. Throws a `UserError` if there is none. */
export function findTemplate(
  workspace: Workspace,
  sources: readonly TemplateSource[],
  wanted: string,
): TemplateSource {
  const file = path.resolve(workspace.cwd, wanted);
  if (hasName(sources, wanted) || kindOf(file) !== 'file') {
    return templateNamed(sources, wanted, 'Pass a file, or one of these names');
  }
  const known = sources.find((source) => source.path === slashed(file));
  const [read] = known
    ? [known]
    : readTemplates([{ path: slashed(file), text: readText(file), bundled: false }]);
  if (read) return read;
  throw new UserError('not-a-template', `${wanted} has no headings, so it cannot be a template.`);
}

/** The template of a name. Throws a `UserError` that lists the names if there is none. */
export function templateNamed(
  sources: readonly TemplateSource[],
  wanted: string,
  advice = 'The templates are',
): TemplateSource {
  const named = sources.find(({ template }) => template.name === wanted);
  if (named) return named;
  const names = [...new Set(sources.map(({ template }) => template.name))];
  const meant = nearest(wanted, names);
  const instead = meant ? ` Did you mean "${meant}"?` : '';
  throw new UserError(
    'no-such-template',
    `There is no template "${wanted}".${instead} ${advice}: ${names.join(', ')}.`,
  );
}

function hasName(sources: readonly TemplateSource[], wanted: string): boolean {
  return sources.some(({ template }) => template.name === wanted);
}

/** A file that cannot be read is no template. */
function readFile(file: string, bundled: boolean): TemplateFile[] {
  try {
    return [{ path: slashed(file), text: readText(file), bundled }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** The folders of the files and those above them, up to the workspace's root; outside it only their own. */
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
