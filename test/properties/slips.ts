/** Typing errors in anchors. */

import fc from 'fast-check';

/** The position and the kind of a typing error; `''` means none. */
export const slip = fc.tuple(
  fc.nat(30),
  fc.constantFrom('', '', 'delete', 'swap', 'double', 'case', 'dash', 'escape', 'other'),
);

/** An anchor with such a typing error. */
export function slipped(anchor: string, at: number, kind: string): string {
  const signs = [...anchor];
  const place = at % Math.max(1, signs.length);
  const [head, tail] = [signs.slice(0, place).join(''), signs.slice(place + 1).join('')];
  const sign = signs[place] ?? '';
  switch (kind) {
    case 'delete':
      return head + tail;
    case 'swap':
      return head + tail.charAt(0) + sign + tail.slice(1);
    case 'double':
      return head + sign + sign + tail;
    case 'case':
      return anchor.toUpperCase();
    case 'dash':
      return anchor.replaceAll('-', '_');
    case 'escape':
      return encodeURIComponent(anchor);
    case 'other':
      return `${anchor}-9`;
    default:
      return anchor;
  }
}
