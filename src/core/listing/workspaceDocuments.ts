/** The documents of a folder, with the links between them. */

import { numberOf } from '../folder/fileNumber';
import { ownName } from '../folder/ownName';
import type { ListedJson, Summary } from '../json/documents';
import { listedJson } from '../json/documents';
import { pathFrom } from '../text/paths';

/** A listed document, and what a list of documents can be searched and arranged by. */
export interface WorkspaceDocument extends ListedJson {
  /** The number in the name of the file, or of the folder that the document has of its own. */
  readonly number: number | null;
  /** The title without the label that the template's documents share. */
  readonly ownTitle: string;
  readonly status: string | null;
  readonly author: string | null;
  readonly created: string | null;
  /** The number of findings of all severities. */
  readonly findings: number;
  /** The listed documents that it links to, by path. */
  readonly links: readonly string[];
  /** The listed documents that link to it, by path. */
  readonly linkedFrom: readonly string[];
}

/** A document before it is related to others. The path is relative to the root of the folder, with `/`. */
export interface FoundDocument {
  readonly path: string;
  readonly summary: Summary;
}

/** The documents of one folder, in the given order. */
export function workspaceDocuments(found: readonly FoundDocument[]): WorkspaceDocument[] {
  const paths = new Set(found.map(({ path }) => path));
  const links = new Map(found.map((one) => [one.path, linksOf(one).filter((path) => paths.has(path))]));
  const linkedFrom = new Map<string, string[]>();
  for (const [path, targets] of links) {
    for (const target of targets) linkedFrom.set(target, [...(linkedFrom.get(target) ?? []), path]);
  }
  return found.map(({ path, summary }) => ({
    ...listedJson(path, summary),
    number: numberOf(ownName(path)) ?? null,
    ownTitle: summary.ownTitle,
    status: summary.status,
    author: summary.author,
    created: summary.created,
    findings: summary.findings.length,
    links: links.get(path) ?? [],
    linkedFrom: linkedFrom.get(path) ?? [],
  }));
}

/** The paths to which a document links, each once, without its own. */
function linksOf({ path, summary }: FoundDocument): string[] {
  const targets = summary.links.map((link) => pathFrom(path, link).replace(/^\//, ''));
  return [...new Set(targets)].filter((target) => target !== path);
}
