/** Searches a repository for templates and the documents that follow them. */

import type { TemplateFile } from '../template/templateSet';
import { readTemplates } from '../template/templateSet';
import { findDocuments } from './findDocuments';
import { findTemplates } from './findTemplates';
import type { Repository } from './repository';

/** The paths of the team's templates and of the documents that follow them or a bundled one. */
export function discover(
  repository: Repository,
  bundled: readonly TemplateFile[],
): { readonly templates: readonly string[]; readonly documents: readonly string[] } {
  const own = findTemplates(repository);
  const documents = findDocuments(repository, readTemplates([...own, ...bundled]));
  return { templates: own.map(({ path }) => path), documents };
}
