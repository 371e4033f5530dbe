/** What a template says the value of a field must look like: a person, or an exact model identifier. */

import type { Document } from '../document/document';
import { fieldKey } from '../document/fields/fields';
import { fold } from '../markdown/tokens';
import type { Text } from '../text/message';
import { say } from '../text/message';
import provenance from '../vocabulary/provenance.json';
import { directiveOf } from './templateMarks';

const KINDS = ['model', 'person'] as const;
type Kind = (typeof KINDS)[number];

/** What a field's value must be. */
export interface ExpectedValue {
  /** What it may be; empty if the template only says what it may not be. */
  readonly kinds: readonly Kind[];
  /** The template's words for it. */
  readonly words: string;
  /** The values that the template refuses by name; case is ignored. */
  readonly refused: readonly string[];
}

/** The separator of the values that are refused from those that are wanted. */
const NOT = /(?:^|[;,.])[ \t]*not[ \t:]+/i;
const SEPARATOR = /[|,;\n]| or /;
const WORDS = new Map(KINDS.map((kind) => [kind, provenance[kind]] as const));
const ASKED = new RegExp(`\\b(?:${provenance.asked.join('|')})\\b`, 'i');

/** The expected values by the directives in front of a template's sections, by the key of the field. */
export function valueDirectives({ preamble }: Document): ReadonlyMap<string, ExpectedValue> {
  const found = new Map<string, ExpectedValue>();
  for (const block of preamble) {
    const directive = directiveOf(block);
    const colon = directive?.name === 'value' ? directive.value.search(/[:：]/) : -1;
    if (!directive || colon < 0) continue;
    const expects = readExpected(fold(directive.value.slice(colon + 1)));
    if (expects) found.set(fieldKey(directive.value.slice(0, colon)), expects);
  }
  return found;
}

/** The expected value in the words of a directive; undefined if it says nothing that is known. */
function readExpected(text: string): ExpectedValue | undefined {
  const at = NOT.exec(text);
  const wanted = parts(at ? text.slice(0, at.index) : text);
  const refused = at ? parts(text.slice(at.index + at[0].length)) : [];
  const kinds = KINDS.filter((kind) => wanted.some((word) => isWordFor(kind, word)));
  if (kinds.length === 0 && refused.length === 0) return undefined;
  return { kinds, words: wanted.join(' or '), refused };
}

/** The expected value by the words of the template's own one: "Exact Model Identifier (e.g. …)". */
export function expectedIn(value: string): ExpectedValue | undefined {
  return ASKED.test(value) ? { kinds: ['model', 'person'], words: `"${value}"`, refused: [] } : undefined;
}

/** What a value must be, and must not be, as the end of a sentence. */
export function expectedText({ words, refused }: ExpectedValue): Text {
  const not = refused.map((word) => `"${word}"`).join(', ');
  if (words === '') return say`anything but ${not}`;
  return not === '' ? words : say`${words}, not ${not}`;
}

function parts(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isWordFor(kind: Kind, word: string): boolean {
  const bare = word.toLowerCase().replace(/^(?:an?|the)[ \t]+/, '');
  return WORDS.get(kind)?.includes(bare) ?? false;
}
