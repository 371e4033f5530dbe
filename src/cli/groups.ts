/** The text for a group of documents that follow the same template. */

import type { Group } from '../core/discovery/groups';
import { count } from '../node/program/messages';

/** One line: "rfc (docs/rfcs/template.md): 12 documents". */
export function groupLine({ template, templatePath, documents }: Group): string {
  return `${template} (${templatePath ?? 'bundled'}): ${count(documents.length, 'document')}`;
}
