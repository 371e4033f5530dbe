/** A text as a value in front matter. */

/** What can be read as anything but a text: a truth value, nothing, a number or a time. */
const ANOTHER_TYPE = /^(?:~|null|true|false|yes|no|on|off|y|n|\d[\d_.,:+\-a-fotxz \t]*)$/i;
const PLAIN = /^[\p{L}\p{N}_(/][^\p{Cc}]*$/u;

/**
 * The text as a YAML scalar: plain where every reader of YAML 1.1 and 1.2 takes it for the same text, else in double
 * quotes as JSON writes it.
 */
export function yamlScalar(text: string): string {
  const isPlain = PLAIN.test(text) && !ANOTHER_TYPE.test(text) && !/:(?:\s|$)|\s#|\s$/.test(text);
  return isPlain ? text : JSON.stringify(text);
}
