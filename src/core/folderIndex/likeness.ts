/** Says of one document what a text says of another: its number, its title, its file, or a value of its header. */

import { lastName } from '../text/paths';
import type { IndexedDocument } from './indexedDocument';
import { isInTitle, isOnlyNumber, isWholeTitle, likeTitle, readStart } from './titleForms';

const EMPHASIS = /^(\*{1,3}|_{1,3}|`)(?![\s*_`])(.*[^\s*_`])\1$/;

/** The text for `added` that says what `text` says of `known`; undefined if the text says nothing of it. */
export function likeness(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const at = known.values.findIndex((value) => value !== '' && value === text);
  const [, sign = '', inner = ''] = EMPHASIS.exec(text) ?? [];
  const emphasized = sign === '' ? undefined : likeness(inner, known, added);
  return (
    (emphasized === undefined ? undefined : sign + emphasized + sign) ??
    likeFile(text, known, added) ??
    likeTitle(text, known, added) ??
    likeNumber(text, known, added) ??
    (isWholeTitle(text, known) ? added.title : undefined) ??
    likeTitle(/^\d{1,9}[.)][ \t]+(.*)$/.exec(text)?.[1] ?? '', known, added) ??
    added.values[at]
  );
}

/** True if a text has the title of a document in any form, perhaps behind a number. */
export function hasTitle(text: string, known: IndexedDocument): boolean {
  const [, , inner = text] = EMPHASIS.exec(text) ?? [];
  return [inner, readStart(inner)?.rest ?? ''].some(
    (one) => likeTitle(one, known, known) !== undefined || isWholeTitle(one, known),
  );
}

/** The number of a document, with the title behind it if the text has one there. */
function likeNumber(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const start = readStart(text);
  if (!start || Number(start.digits) !== known.number || added.number === undefined) return undefined;
  const { lead, digits, gap, rest } = start;
  const number = lead + String(added.number).padStart(digits.length, '0') + gap;
  if (isOnlyNumber(start)) return /\p{L}/u.test(lead) && isInTitle(text, known, added) ? undefined : number;
  const title = likeTitle(rest, known, added);
  return title === undefined ? undefined : number + title;
}

function likeFile(text: string, known: IndexedDocument, added: IndexedDocument): string | undefined {
  const [name, other] = [lastName(known.path), lastName(added.path)];
  if (text === name) return other;
  return text === withoutExtension(name) ? withoutExtension(other) : undefined;
}

function withoutExtension(name: string): string {
  return name.replace(/\.\w+$/, '');
}
