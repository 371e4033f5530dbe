/** A short name for a text: equal texts have equal names. It tells versions apart; it is no signature. */

/** Fourteen hexadecimal digits: 53 bits, from two rounds of FNV-1a-like mixing (cyrb53) over UTF-16 units. */
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
