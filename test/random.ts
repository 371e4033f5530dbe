/**
 * What random tests share. Mocha loads this file before any test, so that two runs try the same values; `npm run fuzz`
 * sets fresh seeds.
 */

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

/** Any code point. fast-check's own unit for them takes seconds to make a table of all. */
const codePoint: fc.Arbitrary<string> = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

/** Any text, lone surrogates included. */
export function anyString(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: codePoint, ...(maxLength !== undefined && { maxLength }) });
}
