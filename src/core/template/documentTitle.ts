/** The title under which lists show a document. */

import type { Document } from '../document/document';
import { findField } from '../document/fields';
import vocabulary from '../vocabulary/vocabulary.json';

/** The text of the title heading, else the title in front matter, else an empty string. */
export function documentTitle({ title, fields }: Document): string {
  if (title) return title.text;
  const matter = fields.filter(({ style }) => style === 'yaml' || style === 'toml');
  return findField(matter, vocabulary.fields.title)?.value ?? '';
}
