/** The templates for a new document, the most likely one first. */

import type { WorkspaceFolder } from 'vscode';
import { groupByTemplate } from '../../core/discovery/groups';
import type { ListedJson } from '../../core/json/documents';
import type { TemplateSource } from '../../core/template/templateSet';
import { listDocuments } from '../listing/listDocuments';
import type { Services } from '../services/services';

/**
 * The templates of a workspace folder. The first one is the team's, or else the bundled one that most of its documents
 * follow, or else the bundled default.
 */
export async function templatesToOffer(
  services: Services,
  folder: WorkspaceFolder,
): Promise<readonly TemplateSource[]> {
  const all = await services.templates.list(folder);
  if (!all[0]?.bundled) return all;
  const documents: ListedJson[] = [];
  for await (const document of listDocuments(services)) documents.push(document);
  const [usual] = groupByTemplate(documents);
  const first = all.find(({ template }) => template.name === usual?.template);
  return first ? [first, ...all.filter((source) => source !== first)] : all;
}
