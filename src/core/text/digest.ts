/** A non-cryptographic hash that tells versions of a text apart. It is no protection against forgery. */

/** The hash of a text: 53 bits as fourteen hexadecimal digits, computed with cyrb53 over UTF-16 code units. */
export function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  const upper = (low & 0x1fffff).toString(16).padStart(6, '0');
  return upper + (high >>> 0).toString(16).padStart(8, '0');
}
