/** Writing a new document from a template. */

import * as path from 'node:path';
import { newFileName, oneLineTitle } from '../../core/template/naming';
import { scaffold } from '../../core/template/scaffold';
import type { TemplateSource } from '../../core/template/templateSet';
import { defaultTemplate } from '../../core/template/templateSet';
import { UserError } from '../../core/text/userError';
import { namesIn } from '../files/files';
import { createText } from '../files/writeFile';
import { defaultsOf } from './defaults';
import type { Request } from './request';
import { templateFiles } from './templateFiles';
import { openLibrary } from './templates';
import type { Workspace } from './workspace';
import { slashed } from './workspace';

export interface WrittenFile {
  readonly file: string;
  /** What it was written from, and what it could have been written from. */
  readonly source: TemplateSource;
  readonly sources: readonly TemplateSource[];
}

export interface NewDocument extends Pick<Request, 'author' | 'date'> {
  readonly title: string;
  readonly folder: string;
  /** Write the template's optional sections, too. */
  readonly optional?: boolean | undefined;
  /** Picks the template among those that the folder knows; without it, the nearest one is taken. */
  readonly choose?: ((sources: readonly TemplateSource[]) => TemplateSource) | undefined;
}

/**
 * Writes a new document with the folder's next free number. Throws a `UserError` if it cannot be written; an existing
 * file stays as it is.
 */
export function writeNewDocument(workspace: Workspace, request: NewDocument): WrittenFile {
  const { folder, choose, optional } = request;
  const title = checkedTitle(request.title);
  const defaults = defaultsOf(request, workspace);
  const file = path.join(folder, newFileName(title, namesIn(folder)));
  const { sources } = openLibrary(workspace, templateFiles(workspace, [file]));
  const source = choose?.(sources) ?? defaultTemplate(sources, slashed(file));
  if (!source) throw new UserError('no-template', 'There is no template to write it from.');
  const fileName = path.basename(file);
  createText(file, scaffold(source.template, { title, fileName, ...defaults, optional }).text);
  return { file, source, sources };
}

function checkedTitle(given: string): string {
  const title = oneLineTitle(given);
  if (title !== undefined) return title;
  throw new UserError('bad-title', 'A title needs a letter or a digit, as "Flood alerts" has.');
}
