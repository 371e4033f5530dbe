/** A document's profile: what its template is selected by. It is small, so that a cache can hold those of many files. */

import type { Document } from '../document/document';
import { fieldKey } from '../document/fields/fields';
import { PART } from '../document/sections';
import type { Name } from '../text/names';

/** The comment by which a document names its template. */
const DIRECTIVE = /^<!--\s*design-docs:\s*template\s+(\S+)\s*-->$/;
/** The directive as the key of a header field. */
const DIRECTIVE_KEY = fieldKey('design-docs-template');
/** The maximum number of fields, and of characters of a title or a value, in a profile. */
const MAX_FIELDS = 20;
const MAX_CHARACTERS = 60;

/** The keys of a heading's name: its own, and that of the name without its tail if it differs. */
export type HeadingKeys = readonly string[];

/** What a template is selected by. It can be written as JSON. */
export interface Profile {
  readonly title: string;
  /** The name of the template that the document names by a directive. */
  readonly template?: string;
  /** The starts of header values, by the key of the field. */
  readonly fields: Readonly<Record<string, string>>;
  /** The outermost headings, in order. */
  readonly top: readonly HeadingKeys[];
  /** The headings below them, in order. */
  readonly below: readonly HeadingKeys[];
}

/** The profile of a document. */
export function profileOf({ title, fields, preamble, sections }: Document): Profile {
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    const key = fieldKey(name);
    if (!values.has(key)) values.set(key, value);
  }
  const comment = preamble.map((block) => DIRECTIVE.exec(block.content.trim())?.[1]).find(Boolean);
  const template = values.get(DIRECTIVE_KEY) ?? comment;
  const top: HeadingKeys[] = [];
  const below: HeadingKeys[] = [];
  for (const { parent, [PART]: part } of sections)
    if (part.heading) (parent ? below : top).push(headingKeys(part.heading.name));
  return {
    title: start(title?.text ?? ''),
    ...(template !== undefined && { template }),
    fields: Object.fromEntries([...values].slice(0, MAX_FIELDS).map(([key, value]) => [key, start(value)])),
    top,
    below,
  };
}

/** The start of the value of a header field. The key may be the name of a property that every object has. */
export function headerValue({ fields }: Profile, key: string): string | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The keys by which a name is compared. */
export function headingKeys({ key, head }: Name): HeadingKeys {
  return key === head ? [key] : [key, head];
}

function start(text: string): string {
  return text.slice(0, MAX_CHARACTERS);
}
