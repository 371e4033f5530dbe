/** The title under which lists show a document. */

import type { Document } from '../document/document';
import { findField } from '../document/fields/fields';
import vocabulary from '../vocabulary/vocabulary.json';

/** The text of the title heading, else the title in the header, else an empty string. */
export function documentTitle({ title, fields }: Document): string {
  return title?.text ?? findField(fields, vocabulary.fields.title)?.value ?? '';
}
