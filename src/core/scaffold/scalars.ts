/** Writes values of front matter. */

/** A plain scalar that YAML may parse as another type: a boolean, null, a number or a time. */
const ANOTHER_TYPE = /^(?:~|null|true|false|yes|no|on|off|y|n|\d[\d_.,:+\-a-fotxz \t]*)$/i;
const PLAIN = /^[\p{L}\p{N}_(/][^\p{Cc}]*$/u;

/**
 * The text as a YAML scalar: plain if every parser of YAML 1.1 and 1.2 reads the same string, else in double quotes as
 * in JSON.
 */
export function yamlScalar(text: string): string {
  const isPlain = PLAIN.test(text) && !ANOTHER_TYPE.test(text) && !/:(?:\s|$)|\s#|\s$/.test(text);
  return isPlain ? text : JSON.stringify(text);
}
