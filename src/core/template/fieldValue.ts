/** What a header field of a template says in a document where its value is known. */

import type { FieldSpec } from './templateFields';

/** What is known of a document before anything is written in it. */
export interface KnownValues {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly author?: string | undefined;
}

/** What is known of a new document. */
export interface DocumentValues extends KnownValues {
  readonly title: string;
  /** The name of its file, and the number that this has. */
  readonly fileName?: string | undefined;
  readonly number?: string | undefined;
}

/** The value that is known: today, the author, or the first allowed value. */
export function knownValue(spec: FieldSpec, values: KnownValues): string | undefined {
  if (spec.date || spec.role === 'created') return values.today;
  if (spec.role === 'author' && values.author) return values.author;
  return spec.values[0];
}
