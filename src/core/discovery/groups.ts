/** The documents of a repository by the template that they follow, and the configuration that would fix the result. */

import type { ListedJson } from '../json/documents';

/** Documents that follow the same template. */
export interface Group {
  readonly template: string;
  /** The file of the template; null for a bundled one. */
  readonly templatePath: string | null;
  readonly documents: readonly ListedJson[];
}

/** Groups documents by template, the largest group first. Documents without a template are left out. */
export function groupByTemplate(documents: readonly ListedJson[]): Group[] {
  const groups = new Map<string, ListedJson[]>();
  for (const document of documents) {
    const key = JSON.stringify([document.template, document.templatePath]);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first?.template
        ? [{ template: first.template, templatePath: first.templatePath, documents: group }]
        : [];
    })
    .sort((a, b) => b.documents.length - a.documents.length);
}

/** The plan files of other tools, by the name of the tool. */
export function groupByFormat(documents: readonly ListedJson[]): ReadonlyMap<string, readonly ListedJson[]> {
  const groups = new Map<string, ListedJson[]>();
  for (const document of documents) {
    const { planFormat } = document;
    if (planFormat !== null) groups.set(planFormat, [...(groups.get(planFormat) ?? []), document]);
  }
  return groups;
}

/** The text of a configuration that names the given templates, preferred ones first. */
export function configNaming(templates: readonly string[]): string {
  return `${JSON.stringify({ templates }, null, 2)}\n`;
}
