/** Says of one document what a text says of another: its number, its title, its file, or a value of its header. */

import { nameKey } from '../text/names';
import { lastName } from '../text/paths';
import type { IndexedDocument } from './indexedDocument';

/** The forms in which an index has the title of a document: whole, without "Design:", and without a number. */
const FORMS: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => title.replace(/^[^:：]{1,30}[:：][ \t]*/u, ''),
  (title) => title.replace(/^\P{L}{0,3}(?:\p{L}{1,10}[ -])?\d+[ \t]*[.:)–—-]?[ \t]*/u, ''),
];
const NUMBERED = /^([^\d]{0,20})(\d{1,9})([ \t.:)–—-]*)(.*)$/u;

/** The text for `added` that says what `text` says of `known`; undefined if the text says nothing of it. */
export function likeness(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const at = known.values.findIndex((value) => value !== '' && value === text);
  return (
    likeNumber(text, known, added) ??
    likeTitle(text, known, added) ??
    likeFile(text, known, added) ??
    added.values[at]
  );
}

/** The number of a document, with the title behind it if the text has one there. */
function likeNumber(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const [, lead = '', digits = '', gap = '', rest = ''] = NUMBERED.exec(text) ?? [];
  if (digits === '' || Number(digits) !== known.number || added.number === undefined) return undefined;
  const number = lead + String(added.number).padStart(digits.length, '0') + gap;
  if (rest === '') return number;
  const title = likeTitle(rest, known, added);
  return title === undefined ? undefined : number + title;
}

function likeTitle(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const key = nameKey(text);
  if (key === '') return undefined;
  return FORMS.find((form) => nameKey(form(known.title)) === key)?.(added.title);
}

function likeFile(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const [name, other] = [lastName(known.path), lastName(added.path)];
  if (text === name) return other;
  return text === withoutExtension(name) ? withoutExtension(other) : undefined;
}

function withoutExtension(name: string): string {
  return name.replace(/\.\w+$/, '');
}
