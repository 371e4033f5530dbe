/** The template that a new document follows where the team has none of its own. */

import { groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { kindOf } from '../files/files';
import type { Request } from '../workspace/request';
import { checkFiles } from './checkFiles';

/** The name of the template that most documents in a folder follow; undefined if none follows any. */
export async function usualTemplate(request: Request, folder: string): Promise<string | undefined> {
  if (kindOf(folder) !== 'folder') return undefined;
  const documents: ListedJson[] = [];
  for await (const { path, summary } of checkFiles(request, [folder]))
    documents.push(listedJson(path, summary));
  return groupByTemplate(documents)[0]?.template;
}
