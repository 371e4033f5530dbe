/**
 * Letters and digits of all scripts. A pattern that holds them all takes as long to make as reading a page takes, and
 * most texts need none: what is ASCII, with the dashes and quotes of typography, is looked up without.
 */

const PLAIN = /^[\0-\x7F\s\u2010-\u203A]*$/;

/** True if all letters and digits in the text are those of ASCII. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** True if there is a letter in the text. */
export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || (!PLAIN.test(text) && /\p{L}/u.test(text));
}

/** True if there is a letter or digit in the text. */
export function hasLetterOrDigit(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || (!PLAIN.test(text) && /[\p{L}\p{N}]/u.test(text));
}

/** True if the text opens with a letter. */
export function opensWithLetter(text: string): boolean {
  return /^[A-Za-z]/.test(text) || (/^[^\0-\x7F]/.test(text) && /^\p{L}/u.test(text));
}

/** True if the text opens with a letter or digit. */
export function opensWithLetterOrDigit(text: string): boolean {
  return /^[A-Za-z0-9]/.test(text) || (/^[^\0-\x7F]/.test(text) && /^[\p{L}\p{N}]/u.test(text));
}

/** The text from its first letter or digit on. */
export function fromFirstLetterOrDigit(text: string): string {
  return text.replace(PLAIN.test(text) ? /^[^A-Za-z0-9]+/ : /^[^\p{L}\p{N}]+/u, '');
}
