/** Finds what a glob cannot mean. Apart from `glob.ts`, which the extension loads whenever it is activated. */

import { alternatives, MAX_ALTERNATIVES } from './glob';
import type { Message } from './message';
import { say } from './message';

/** What is wrong with a glob, as the end of a sentence; undefined if all of it means something here. */
export function globFault(glob: string): Message | undefined {
  if (glob.trim() === '') return say`is empty`;
  if (glob.startsWith('!')) return say`begins with "!": what is not meant stands under "exclude"`;
  if (/[?*+@!]\(/.test(glob)) return say`has a pattern in parentheses: alternatives are {a,b}`;
  const sign = /[[\]\\]/.exec(glob);
  if (sign) return say`has a "${sign[0]}", which means nothing here: "?" stands for any one character`;
  if (glob.split('/').includes('..')) return say`leaves the folder with ".."`;
  if (!isBalanced(glob)) return say`has a brace without its other one`;
  if (/\{[^{},]*\}/.test(glob)) return say`has braces without a comma: alternatives are {a,b}`;
  return alternatives(glob).length >= MAX_ALTERNATIVES ? say`has too many alternatives` : undefined;
}

function isBalanced(glob: string): boolean {
  let open = 0;
  for (const sign of glob) {
    if (sign === '{') open++;
    if (sign === '}' && --open < 0) return false;
  }
  return open === 0;
}
