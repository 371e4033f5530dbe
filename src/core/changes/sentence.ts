/** Sentences that quote names of documents, as plain text and as Markdown in which no name can break out. */

import { codeSpan } from '../document/quote';
import { shorten } from '../text/shorten';

/** One sentence in two forms. */
export interface Sentence {
  /** Names stand in quotation marks. */
  readonly text: string;
  /** Names are code spans, in which there are no mentions, references, links, tags and emphasis. */
  readonly markdown: string;
}

/** What a sentence says in its own words, in contrast to a name of the document. */
export interface Words {
  readonly words: string;
}

const MOST_SHOWN = 80;

/** A template tag. A text is a name of the document, which is quoted; numbers and `words` are not. */
export function sentence(
  literals: TemplateStringsArray,
  ...values: readonly (string | number | Words | Sentence)[]
): Sentence {
  let [text, markdown] = ['', ''];
  literals.forEach((literal, at) => {
    const value = at === 0 ? { words: '' } : (values[at - 1] ?? '');
    const own = formsOf(value);
    text += own.text + literal;
    markdown += own.markdown + literal;
  });
  return { text, markdown };
}

/** Words of the product, which are not quoted. */
export function words(text: string): Words {
  return { words: text };
}

/** A number with its noun. */
export function counted(number: number, noun: string): Words {
  return words(`${number} ${number === 1 ? noun : `${noun}s`}`);
}

/** Names one after the other, with commas. */
export function listed(names: readonly string[]): Sentence {
  const forms = names.map(quoted);
  return {
    text: forms.map(({ text }) => text).join(', '),
    markdown: forms.map(({ markdown }) => markdown).join(', '),
  };
}

function formsOf(value: string | number | Words | Sentence): Sentence {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return { text: String(value), markdown: String(value) };
  return 'words' in value ? { text: value.words, markdown: value.words } : value;
}

function quoted(name: string): Sentence {
  const shown = shorten(name, MOST_SHOWN);
  return { text: `"${shown}"`, markdown: shown.trim() === '' ? '""' : codeSpan(shown) };
}
