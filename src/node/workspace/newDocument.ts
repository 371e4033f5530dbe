/** Writes new documents from templates. */

import * as path from 'node:path';
import type { Found } from '../../core/cache/found';
import { isRecordOf, possibleRecords } from '../../core/discovery/records';
import { folderContent } from '../../core/folder/nameSamples';
import { oneLineTitle } from '../../core/folder/naming';
import { newFileName } from '../../core/folder/newFileName';
import { nameTemplate } from '../../core/scaffold/nameTemplate';
import { scaffold } from '../../core/scaffold/scaffold';
import type { Template } from '../../core/template/template';
import type { TemplateSource } from '../../core/template/templateSet';
import { defaultTemplate, templatesFor } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { namesIn, plainStatOf } from '../files/files';
import { readableText } from '../files/readFile';
import { createText } from '../files/writeFile';
import { branchNames } from '../git/branchNames';
import { defaultsOf } from './defaults';
import type { Request } from './request';
import { findOld, writeBothEnds } from './supersede';
import { templateFiles } from './templateFiles';
import { openLibrary } from './templates';
import type { Workspace } from './workspace';
import { insidePath, workspacePath } from './workspace';

/** A new document on disk. */
export interface WrittenFile {
  readonly file: string;
  /** The template that was used. */
  readonly source: TemplateSource;
  /** The templates that were available. */
  readonly sources: readonly TemplateSource[];
}

/** The document to write. */
export interface NewDocument extends Pick<Request, 'author' | 'date'> {
  readonly title: string;
  readonly folder: string;
  /** True to include the template's optional sections. */
  readonly optional?: boolean | undefined;
  /** The name of the template that most documents of the folder follow, if the team's own leave a choice. */
  readonly usual?: string | undefined;
  /** The number of the document in the folder that the new one supersedes, or its path. */
  readonly supersedes?: string | undefined;
  /** Chooses among the templates that are available in the folder. Without it, the folder's default one is used. */
  readonly choose?: ((sources: readonly TemplateSource[]) => TemplateSource) | undefined;
}

/**
 * Writes a new document, named like those that were found in the folder, with a number that is free there and on all
 * branches. Throws a `UserError` if it cannot be written. Never overwrites a file.
 */
export function writeNewDocument(workspace: Workspace, found: Found, request: NewDocument): WrittenFile {
  const { folder, choose, optional, usual } = request;
  const title = checkedTitle(request.title);
  const defaults = defaultsOf(request, workspace);
  const { supersedes } = request;
  const old = supersedes === undefined ? undefined : findOld(workspace, folder, found.documents, supersedes);
  const content = folderContent(workspacePath(workspace, folder), takenNames(workspace, folder), found);
  const { name, number } = newFileName(title, content, defaults.today);
  const file = path.join(folder, name);
  const fileName = path.basename(file);
  const { sources } = openLibrary(workspace, templateFiles(workspace, found.templates, [file]));
  const place = workspacePath(workspace, file);
  const source = choose?.(sources) ?? defaultTemplate(sources, place, usual);
  if (!source) throw new UserError('no-template', 'There is no template for a new design doc.');
  const available = templatesFor(sources, place).map(({ template }) => template);
  const like = newestRecord(folder, source.template, available);
  const created = scaffold(source.template, { title, fileName, number, ...defaults, optional, like });
  const named = nameTemplate(created, source.template, available);
  const text = endedLike(readableText(path.resolve(workspace.root, source.path)), named.text);
  if (old === undefined) createText(file, text);
  else writeBothEnds(file, text, old);
  return { file, source, sources };
}

/** A text with the line endings of another one. */
function endedLike(other: string | undefined, text: string): string {
  return text.replace(/\r?\n/g, /\r?\n/.exec(other ?? '')?.[0] ?? '\n');
}

/** The text of the last record in a folder that follows a bundled template. */
function newestRecord(
  folder: string,
  template: Template,
  available: readonly Template[],
): string | undefined {
  for (const name of possibleRecords(namesIn(folder), template)) {
    const file = path.join(folder, name);
    // A link may lead out of the workspace.
    const text = plainStatOf(file) ? readableText(file) : undefined;
    if (text !== undefined && isRecordOf(text, template, available)) return text;
  }
  return undefined;
}

/** The names in the folder, and those that it has on any branch. */
export function takenNames(workspace: Workspace, folder: string): string[] {
  const inside = insidePath(workspace, folder);
  return [...namesIn(folder), ...(inside === undefined ? [] : branchNames(workspace.root, inside))];
}

/** A title on one line. Throws a `UserError` if it has no letter or digit. */
function checkedTitle(given: string): string {
  const title = oneLineTitle(given);
  if (title !== undefined) return title;
  throw new UserError('bad-title', 'A title needs a letter or a digit, for example "Flood alerts".');
}
