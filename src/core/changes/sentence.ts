/** Sentences that quote names of documents, as plain text and as Markdown in which no name can break out. */

import { codeSpan } from '../document/quote';
import type { Text } from '../text/message';
import { Message, say } from '../text/message';
import { shorten } from '../text/shorten';

/** One sentence in two forms. */
export interface Sentence {
  /** Names stand in quotation marks. */
  readonly text: string;
  /** Names are code spans, in which there are no mentions, references, links, tags and emphasis. */
  readonly markdown: string;
  /** Like `text`, and ready to be translated. */
  readonly said: Text;
}

/** What a sentence says in its own words, in contrast to a name of the document. */
export interface Words {
  readonly words: Text;
}

const MAX_SHOWN = 80;

/** A template tag. A text is a name of the document, which is quoted; numbers and `words` are not. */
export function sentence(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | Words | Sentence)[]
): Sentence {
  const forms = values.map(formsOf);
  const markdown = literals.map((literal, at) => (forms[at - 1]?.markdown ?? '') + literal).join('');
  const said = new Message(
    literals,
    forms.map((form) => form.said),
  );
  return { text: String(said), markdown, said };
}

/** Words of the product, which are not quoted. */
export function words(text: Text): Words {
  return { words: text };
}

/** A number with its noun. */
export function counted(number: number, noun: keyof typeof COUNTS): Words {
  return words(COUNTS[noun](number));
}

const COUNTS = {
  task: (count: number) => (count === 1 ? say`1 task` : say`${count} tasks`),
  step: (count: number) => (count === 1 ? say`1 step` : say`${count} steps`),
  reason: (count: number) => (count === 1 ? say`1 reason` : say`${count} reasons`),
  section: (count: number) => (count === 1 ? say`1 section` : say`${count} sections`),
  'sub-section': (count: number) => (count === 1 ? say`1 sub-section` : say`${count} sub-sections`),
};

/** Another text of the product, in quotation marks like a name. */
export function cited(text: Text): Sentence {
  return { ...quoted(String(text)), said: new Message(['"', '"'], [text]) };
}

/** Names one after the other, with commas. */
export function listed(names: readonly string[]): Sentence {
  const forms = names.map(quoted);
  const text = forms.map((form) => form.text).join(', ');
  return { text, markdown: forms.map(({ markdown }) => markdown).join(', '), said: text };
}

function formsOf(value: string | number | Words | Sentence): Sentence {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object' && !('words' in value)) return value;
  const said = typeof value === 'number' ? String(value) : value.words;
  return { text: String(said), markdown: String(said), said };
}

function quoted(name: string): Sentence {
  const shown = shorten(name, MAX_SHOWN);
  const text = `"${shown}"`;
  return { text, markdown: shown.trim() === '' ? '""' : codeSpan(shown), said: text };
}
