/** Fields of a template that a document answers in another shape: under another name, as a section, in a byline. */

import type { Document } from '../document/document';
import { bylineOf } from '../document/fields/byline';
import { fieldKey } from '../document/fields/fields';
import { headerKeys } from '../document/fields/unreadFields';
import { findKnownTokens } from '../scaffold/knownTokens';
import type { Template } from '../template/template';
import type { FieldSpec } from '../template/templateFields';
import { roleOf } from '../template/templateFields';
import vocabulary from '../vocabulary/vocabulary.json';

/** The names of a date that does not say of what. */
const DATES: ReadonlySet<string> = new Set(vocabulary.dates.map(fieldKey));

/** The fields, of those that no field of the document's header has the name of, that the document does not answer either. */
export function unanswered(
  document: Document,
  template: Template,
  absent: readonly FieldSpec[],
): FieldSpec[] {
  const named = headerKeys(document);
  const sections = new Set(document.sections.map(({ heading }) => fieldKey(heading.text)));
  const missing = absent.filter(({ name }) => !named.has(fieldKey(name)) && !sections.has(fieldKey(name)));
  if (missing.length === 0) return [];
  const byline = bylineOf(document);
  return missing.filter((spec) => {
    const isInByline = (byline.people && spec.role === 'author') || (byline.date && asksForDate(spec));
    return !isInByline && !hasOtherName(document, template, spec);
  });
}

/** True if the document has a field of the same kind that the template does not know, and the template only this one. */
function hasOtherName({ fields }: Document, template: Template, spec: FieldSpec): boolean {
  const isDate = asksForDate(spec);
  if (!isDate && spec.role !== 'author') return false;
  const isAlike = (other: FieldSpec): boolean => (isDate ? asksForDate(other) : other.role === spec.role);
  if (template.fields.filter(isAlike).length > 1) return false;
  const known = new Set(template.fields.map(({ name }) => fieldKey(name)));
  return fields.some(({ name, value }) => {
    const key = fieldKey(name);
    return value !== '' && !known.has(key) && (isDate ? DATES.has(key) : roleOf(name) === spec.role);
  });
}

/** True for a field whose value in the template is the mask of a date, or a word for one. */
function asksForDate({ date, role, value }: FieldSpec): boolean {
  return date || role === 'created' || findKnownTokens(value).some(({ kind }) => kind === 'date');
}
