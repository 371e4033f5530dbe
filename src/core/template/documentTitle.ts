/** What a document is called in lists. */

import type { Document } from '../document/document';
import { findField } from '../document/fields';
import vocabulary from '../vocabulary/vocabulary.json';

/** The text of the title, else the title that front matter gives; empty if there is neither. */
export function documentTitle({ title, fields }: Document): string {
  if (title) return title.text;
  const matter = fields.filter(({ style }) => style === 'yaml' || style === 'toml');
  return findField(matter, vocabulary.fields.title)?.value ?? '';
}
