/** The templates of a command: those of the workspace and the bundled ones. */

import * as path from 'node:path';
import type { TemplateFile, TemplateSource } from '../../core/template/templateSet';
import { readTemplates } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { kindOf } from '../files/files';
import { readText } from '../files/readFile';
import { nearest } from '../program/messages';
import type { Workspace } from './workspace';
import { workspacePath } from './workspace';

/** The available templates, and the requested one. */
export interface Library {
  readonly sources: readonly TemplateSource[];
  /** The requested template. All documents are checked against it, even if they name another. */
  readonly wanted?: TemplateSource;
}

/**
 * Reads templates from their files. `wanted` is the name or the file of the requested template. Throws a `UserError` if
 * that does not exist.
 */
export function openLibrary(workspace: Workspace, files: readonly TemplateFile[], wanted?: string): Library {
  const sources = readTemplates(files);
  return wanted === undefined ? { sources } : { sources, wanted: findTemplate(workspace, sources, wanted) };
}

/** The template with a name or in a file. Throws a `UserError` if there is none. */
export function findTemplate(
  workspace: Workspace,
  sources: readonly TemplateSource[],
  wanted: string,
): TemplateSource {
  const file = path.resolve(workspace.cwd, wanted);
  if (hasName(sources, wanted) || kindOf(file) !== 'file') {
    return templateNamed(sources, wanted, 'Pass a file, or one of these names');
  }
  const known = sources.find((source) => source.path === workspacePath(workspace, file));
  const [read] = known
    ? [known]
    : readTemplates([{ path: workspacePath(workspace, file), text: readText(file), bundled: false }]);
  if (read) return read;
  throw new UserError('not-a-template', `${wanted} has no headings, so it cannot be a template.`);
}

/** The template with a name. Throws a `UserError` that lists the names if there is none. */
export function templateNamed(
  sources: readonly TemplateSource[],
  wanted: string,
  advice = 'The templates are',
): TemplateSource {
  const named = sources.find(({ template }) => template.name === wanted);
  if (named) return named;
  const names = [...new Set(sources.map(({ template }) => template.name))];
  const similar = nearest(wanted, names);
  const suggestion = similar ? ` Did you mean "${similar}"?` : '';
  throw new UserError(
    'no-such-template',
    `There is no template "${wanted}".${suggestion} ${advice}: ${names.join(', ')}.`,
  );
}

function hasName(sources: readonly TemplateSource[], wanted: string): boolean {
  return sources.some(({ template }) => template.name === wanted);
}
