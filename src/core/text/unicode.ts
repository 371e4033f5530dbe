/**
 * Letters and digits of all scripts. Compiling a regular expression with `\p{L}` takes as long as parsing a page, so
 * text of ASCII and typographic dashes and quotes is matched without one.
 */

const PLAIN = /^[\0-\x7F\s\u2010-\u203A]*$/;

/** True if a text has no characters but ASCII, white space and typographic punctuation: no other letters or digits. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** True if the text contains a letter. */
export function hasLetter(text: string): boolean {
  return /[A-Za-z]/.test(text) || (!PLAIN.test(text) && /\p{L}/u.test(text));
}

/** True if the text contains a letter or digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || (!PLAIN.test(text) && /[\p{L}\p{N}]/u.test(text));
}

/** True if the text starts with a letter. */
export function opensWithLetter(text: string): boolean {
  return /^[A-Za-z]/.test(text) || (/^[^\0-\x7F]/.test(text) && /^\p{L}/u.test(text));
}

/** True if the text starts with a letter or digit. */
export function opensWithLetterOrDigit(text: string): boolean {
  return /^[A-Za-z0-9]/.test(text) || (/^[^\0-\x7F]/.test(text) && /^[\p{L}\p{N}]/u.test(text));
}

/** The text from its first letter or digit on. */
export function fromFirstLetterOrDigit(text: string): string {
  return text.replace(PLAIN.test(text) ? /^[^A-Za-z0-9]+/ : /^[^\p{L}\p{N}]+/u, '');
}

/** The text with full-width forms of ASCII characters, such as （ and ：, replaced by those. Offsets stay the same. */
export function narrow(text: string): string {
  return isPlain(text) ? text : text.replace(/[！-～]/g, narrowOne);
}

function narrowOne(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0);
}
