/** Known values for the header fields of a document. */

import { dateInMask, dateMaskIn } from '../markdown/dateMasks';
import type { FieldSpec } from '../template/templateFields';

/** The values that are known for every document. */
export interface KnownValues {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly author?: string | undefined;
}

/** The values that are known for a new document. */
export interface DocumentValues extends KnownValues {
  readonly title: string;
  readonly fileName?: string | undefined;
  /** The number in the file name, such as `0007`. */
  readonly number?: string | undefined;
}

/** The form of a field's date in the template, such as `DD.MM.YYYY`; `YYYY-MM-DD` if it has none. */
export function dateForm({ value }: FieldSpec): string {
  return dateMaskIn(value)?.toUpperCase() ?? 'YYYY-MM-DD';
}

/** The value for a field: today's date, the author, or the first allowed value; undefined if none applies. */
export function knownValue(spec: FieldSpec, values: KnownValues): string | undefined {
  if (spec.date || spec.role === 'created') return dateInMask(dateForm(spec), values.today);
  if (spec.role === 'author' && values.author) return values.author;
  return spec.values[0];
}
