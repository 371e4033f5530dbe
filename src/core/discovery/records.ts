/** Finds the last record of a folder, which shows how the team writes them where it has no template. */

import { isCandidate } from '../config/scope';
import { parseDocument } from '../document/document';
import { selectTemplate } from '../template/select';
import type { Template } from '../template/template';

/** The maximum number of files of a folder that are read to find a record. */
const MAX_RECORDS = 10;

/** The files of a folder that may be a record of a bundled template, the last one first. A team's template has none. */
export function possibleRecords(names: readonly string[], { bundled }: Template): string[] {
  if (!bundled) return [];
  return names
    .filter((name) => isCandidate(name))
    .sort()
    .reverse()
    .slice(0, MAX_RECORDS);
}

/** True for the text of a document that follows a bundled template, and so shows how the team writes its header. */
export function isRecordOf(text: string, template: Template, available: readonly Template[]): boolean {
  return template.bundled === true && selectTemplate(parseDocument(text), available)?.template === template;
}
