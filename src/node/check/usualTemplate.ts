/** The template that a new document follows where the team's own leave a choice. */

import * as path from 'node:path';
import { groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { kindOf } from '../files/files';
import type { Request } from '../workspace/request';
import { checkFiles } from './checkFiles';

/**
 * The name of the template that most documents in a folder follow; undefined if none follows any, or if the team's one
 * template is in that folder, which leaves no choice. `templates` are the paths of the team's, relative to `root`.
 */
export async function usualTemplate(
  request: Request,
  { root, templates }: { readonly root: string; readonly templates: readonly string[] },
  folder: string,
): Promise<string | undefined> {
  const [only = '', ...others] = templates;
  const isHere = others.length === 0 && path.resolve(root, only, '..') === folder;
  if (isHere || kindOf(folder) !== 'folder') return undefined;
  const documents: ListedJson[] = [];
  for await (const { path: place, summary } of checkFiles(request, [folder]))
    documents.push(listedJson(place, summary));
  return groupByTemplate(documents)[0]?.template;
}
