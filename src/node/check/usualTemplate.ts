/** The template that a new document follows where the team's own leave a choice. */

import type { Found } from '../../core/cache/found';
import { groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { kindOf } from '../files/files';
import type { Request } from '../workspace/request';
import { checkFiles } from './checkFiles';

/**
 * The name of the template that most documents in a folder follow; undefined if none follows any, or if the team has
 * exactly one, which leaves no choice.
 */
export async function usualTemplate(
  request: Request,
  { templates }: Pick<Found, 'templates'>,
  folder: string,
): Promise<string | undefined> {
  if (templates.length === 1 || kindOf(folder) !== 'folder') return undefined;
  const documents: ListedJson[] = [];
  for await (const { path, summary } of checkFiles(request, [folder]))
    documents.push(listedJson(path, summary));
  return groupByTemplate(documents)[0]?.template;
}
