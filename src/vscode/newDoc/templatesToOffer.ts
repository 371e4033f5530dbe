/** The templates for a new document, the most likely one first. */

import type { WorkspaceFolder } from 'vscode';
import { groupByTemplate } from '../../core/discovery/groups';
import type { OfferedTemplates } from '../../core/discovery/offered';
import { offeredTemplates } from '../../core/discovery/offered';
import type { ListedJson } from '../../core/json/documents';
import { listedJson } from '../../core/json/documents';
import { pathInside, resolveInside } from '../documents/paths';
import { summaries } from '../listing/listDocuments';
import type { Services } from '../services/services';

/**
 * The templates of a workspace folder for a new document in `path`, a folder in it. If the caller names one of them,
 * their order does not matter, and no document is read.
 */
export async function templatesToOffer(
  services: Services,
  folder: WorkspaceFolder,
  { path = '.', isNamed }: { readonly path?: string | undefined; readonly isNamed: boolean },
): Promise<OfferedTemplates> {
  const all = await services.templates.list(folder);
  if (isNamed) return offeredTemplates(all, path, []);
  const place = resolveInside(folder.uri, path) ?? folder.uri;
  const documents: ListedJson[] = [];
  for await (const { uri, summary } of summaries(services)) {
    const inside = pathInside(place, uri);
    if (inside !== undefined) documents.push(listedJson(inside, summary));
  }
  return offeredTemplates(
    all,
    path,
    groupByTemplate(documents).map(({ template }) => template),
  );
}
