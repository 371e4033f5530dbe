/** Finds the documents that follow a template, wherever they are and whatever they are called, and other tools' plans. */

import { isCandidate, isDesignDoc, isExpected, isInTemplateFolder } from '../config/scope';
import { planFormatOf } from '../plan/format';
import { selectFor, sharesHeading } from '../template/select';
import type { Template } from '../template/template';
import type { TemplateSource } from '../template/templateSet';
import { templatesFor } from '../template/templateSet';
import { folderOf } from '../text/paths';
import type { Repository } from './repository';

/** The paths of documents that follow one of the templates, of those whose heads do not tell, and of plan files. */
export function findDocuments(repository: Repository, sources: readonly TemplateSource[]): string[] {
  const { paths, config } = repository;
  const templates = new Set(sources.map(({ path }) => path));
  const availableIn = availableByFolder(sources);
  return paths.filter((path) => {
    if (!isCandidate(path, config) || templates.has(path) || isInTemplateFolder(path, config)) return false;
    if (planFormatOf(path)) return true;
    const head = repository.head(path);
    // Reading the whole file tells what is wrong with it.
    if (!head) return isExpected(path, config);
    const available = availableIn(path);
    const selected = selectFor(head.profile, available);
    if (selected) return isDesignDoc(path, selected.template, config);
    const mayFollow = (template: Template): boolean =>
      isDesignDoc(path, template, config) && sharesHeading(head.profile, template);
    return !head.whole && (isExpected(path, config) || available.some(mayFollow));
  });
}

/** Returns a function for the templates that a document may follow, which are the same for all documents of a folder. */
function availableByFolder(sources: readonly TemplateSource[]): (path: string) => readonly Template[] {
  const known = new Map<string, readonly Template[]>();
  return (path) => {
    const folder = folderOf(path);
    const found = known.get(folder) ?? templatesFor(sources, path).map(({ template }) => template);
    known.set(folder, found);
    return found;
  };
}
